using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Register.Population;
using XacThuc.Web.Shell;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace XacThuc.Register.Identity.Connect;

/// <summary>
/// What a person hands over, by scope. The Register never sends anything of a person on its own: it is the person who does, after
/// having read this list.
/// </summary>
internal static class HandedOver
{
    /// <summary>Scope of the number.</summary>
    public const string NumberScope = "citizen_number";

    /// <summary>Claim of the number.</summary>
    public const string NumberClaim = "citizen_number";

    /// <summary>The list that the person reads: what, and how it stands in the register.</summary>
    public static IEnumerable<(Bilingual What, string Value)> ToRead(Person person, IReadOnlyCollection<string> scopes)
    {
        if (scopes.Contains(Scopes.Profile, StringComparer.Ordinal))
        {
            yield return (new("Họ và tên", "Full name"), person.FullName);
            yield return (new("Ngày sinh", "Date of birth"), BornOn(person));
            yield return (new("Giới tính", "Sex"), person.Written.Sex);
        }

        if (scopes.Contains(NumberScope, StringComparer.Ordinal)) yield return (new("Số định danh cá nhân", "Personal number"), IdentityPeople.InFull(person.PersonalId));
    }

    /// <summary>The same as the claims of OpenID Connect Core 1.0, 5.1. Of a date that is not fully known the parts that are.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Claims(Person person, IReadOnlyCollection<string> scopes)
    {
        if (scopes.Contains(Scopes.Profile, StringComparer.Ordinal))
        {
            yield return new(OpenIddict.Abstractions.OpenIddictConstants.Claims.Name, person.FullName);
            if (person.DateOfBirth.Length > 0) yield return new(OpenIddict.Abstractions.OpenIddictConstants.Claims.Birthdate, person.DateOfBirth);
            if (person.Sex is { } sex) yield return new(OpenIddict.Abstractions.OpenIddictConstants.Claims.Gender, sex == Sex.Male ? "male" : "female");
        }

        if (scopes.Contains(NumberScope, StringComparer.Ordinal)) yield return new(NumberClaim, IdentityPeople.InFull(person.PersonalId));
    }

    /// <summary>The date of birth, day first.</summary>
    public static string BornOn(Person person)
    {
        var parts = Array.ConvertAll(person.DateOfBirth.Split('-'), part => int.TryParse(part, out var number) ? number : 0);
        return PartialDate.TryCreate(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2), out var date) ? Shown.Date(date) : "";
    }
}
