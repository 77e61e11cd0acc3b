using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Register.Population;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Verification.Missing;

/// <summary>A resident whom no list of the commune names.</summary>
internal sealed record MissingResident(string Hamlet, string FullName, PartialDate BornOn, Sex? Sex)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(MissingResident);
}

/// <summary>
/// Residents of a commune, of an age on, whom no list of people to be vaccinated names by their number. For the police alone:
/// nothing of it crosses the border.
/// </summary>
internal sealed class MissingResidents(RegisterDb db, TimeProvider time)
{
    /// <summary>All of them, hamlet by hamlet, by name.</summary>
    /// <param name="communeCode">The commune.</param>
    /// <param name="fromAge">Whole years; who is known to be younger is left out.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<IReadOnlyList<MissingResident>> Of(string communeCode, int fromAge, CancellationToken stop)
    {
        var named = await NumbersOn(communeCode, stop);
        var lastBirth = Shown.Day(time.GetUtcNow()).AddYears(-fromAge);
        var missing = new List<MissingResident>();
        var people = db.Set<Person>().AsNoTracking().Where(person => person.CommuneCode == communeCode && !person.IsRemoved)
            .OrderBy(person => person.NameSort).ThenBy(person => person.Id);
        await foreach (var person in people.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (named.Contains(person.PersonalId) || (person.OldId is { } old && named.Contains(old))) continue;
            if (!IsBornBy(person.DateOfBirth, lastBirth)) continue;
            missing.Add(new MissingResident(person.Hamlet, person.FullName, Cases.Decide.Released.BornOn(person.Written), person.Sex));
        }

        return [.. missing.OrderBy(person => person.Hamlet, StringComparer.Ordinal)];
    }

    private async Task<HashSet<long>> NumbersOn(string communeCode, CancellationToken stop)
    {
        var rows = await db.Set<VerificationList>().Where(list => list.Kind == ListKind.Survey && list.CommuneCode == communeCode)
            .Join(db.Set<VerificationRow>(), list => list.Id, row => row.ListId, (_, row) => row.RightNumber ?? row.IdNumber)
            .ToListAsync(stop);
        var numbers = new HashSet<long>();
        foreach (var written in rows)
        {
            FieldReading.Number(Encoding.UTF8.GetBytes(written), out var digits);
            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
        }

        return numbers;
    }

    // ISO 8601 as far as it is known: whoever may be old enough is shown.
    private static bool IsBornBy(string dateOfBirth, DateOnly last)
    {
        var latest = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return dateOfBirth.Length == 0 || string.CompareOrdinal(dateOfBirth, latest[..Math.Min(dateOfBirth.Length, latest.Length)]) <= 0;
    }
}
