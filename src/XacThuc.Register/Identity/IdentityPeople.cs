using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Register.Cases;
using XacThuc.Register.Population;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity;

/// <summary>Whose an e-identity is.</summary>
internal static class IdentityPeople
{
    /// <summary>Citizens, in the audit: nobody by name; the subject of the act says which identity.</summary>
    public static Actor Citizen { get; } = new("citizen", "", "citizen");

    /// <summary>The one person with a number; none where there is nobody, or more than one.</summary>
    public static async Task<Person?> FindPerson(this RegisterDb db, long number, CancellationToken stop) =>
        await db.People.AsNoTracking().Where(one => one.PersonalId == number && !one.IsRemoved).Take(2).ToListAsync(stop) is [var person] ? person : null;

    /// <summary>The same, where somebody may see the person: a resident of their place.</summary>
    public static async Task<Person?> FindPersonFor(this RegisterDb db, SignedIn me, long number, CancellationToken stop) =>
        await db.FindPerson(number, stop) is { } person && (await db.CommunesOf(me, stop)).Contains(person.CommuneCode, StringComparer.Ordinal) ? person : null;

    /// <summary>The identity of a number.</summary>
    public static Task<EIdentity?> FindIdentity(this RegisterDb db, long number, CancellationToken stop) =>
        db.Set<EIdentity>().FirstOrDefaultAsync(one => one.Number == number, stop);

    /// <summary>A number as people type it; 0 where it can be none, which nobody has.</summary>
    public static long ReadNumber(string? typed) =>
        string.Concat((typed ?? "").Where(char.IsAsciiDigit)) is { Length: 12 } digits ? long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>A number in full.</summary>
    public static string InFull(long number) => new PersonalId((ulong)number).InFull();

    /// <summary>Subject of an act.</summary>
    public static string SubjectOf(EIdentity? identity) => $"identity:{identity?.Subject ?? "0"}";
}
