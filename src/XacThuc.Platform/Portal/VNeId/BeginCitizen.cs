using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.VNeId;

/// <summary>Begins the session of a citizen whom the identity service has named.</summary>
internal sealed class BeginCitizen(PlatformDb db, CitizenSessions sessions, TimeProvider time)
{
    private const int Most = 20;

    /// <summary>Begins it.</summary>
    /// <returns>Whether what was told is enough.</returns>
    public async Task<bool> Run(HttpContext http, ClaimsPrincipal principal, VNeIdSettings settings, CancellationToken stop)
    {
        var number = string.Concat((principal.GetClaim(settings.NumberClaim) ?? "").Where(char.IsAsciiDigit));
        if (number.Length != 12) return false;
        var born = DateOf(principal.GetClaim(OpenIddictConstants.Claims.Birthdate));
        var person = new VerifiedPerson(
            principal.GetClaim(OpenIddictConstants.Claims.Name) ?? "", born.IsKnown ? Shown.Date(born) : "", SexOf(principal.GetClaim(OpenIddictConstants.Claims.Gender)), number);
        var isLevel2 = settings.Level2.Equals(principal.GetClaim(OpenIddictConstants.Claims.AuthenticationContextReference), StringComparison.Ordinal);
        var citizen = new Citizen(isLevel2 ? CitizenWay.VNeId2 : CitizenWay.VNeId1, await RecordsOf(person, born, stop)) { Person = person };
        await db.Save(
            new Act(PortalRegistration.Citizen, time.GetUtcNow(), "session.begin", $"citizen:{citizen.Way}", string.Join(' ', citizen.Records)), stop);
        await sessions.Begin(http, citizen);
        return true;
    }

    // A number that somebody mistyped may be another's: the record is shown where a second thing agrees.
    private async Task<IReadOnlyList<string>> RecordsOf(VerifiedPerson person, PartialDate born, CancellationToken stop)
    {
        var number = person.Number;
        _ = NameText.Read(person.Name, out var text);
        var (name, date) = (text.Search, (int)born.Packed);
        var found = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.Digits == number && record.JoinedIntoId == null)
            .OrderBy(record => record.Id).Select(record => new { record.Ref, record.NameSearch, record.BornOn }).Take(Most).ToListAsync(stop);
        return
        [
            .. found.Where(record => (date != 0 && record.BornOn == date) || (name.Length > 0 && record.NameSearch.Equals(name, StringComparison.Ordinal)))
                .Select(record => record.Ref),
        ];
    }

    private static PartialDate DateOf(string? written)
    {
        var parts = Array.ConvertAll((written ?? "").Split('-'), part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
        return parts.Length <= 3 && PartialDate.TryCreate(parts[0], parts.Length > 1 ? parts[1] : 0, parts.Length > 2 ? parts[2] : 0, out var date) ? date : default;
    }

    private static string SexOf(string? gender) => gender switch
    {
        "male" => "Nam",
        "female" => "Nữ",
        _ => "",
    };
}
