using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Shell;

/// <summary>What the top bar shows: the house, and who is signed in for which unit.</summary>
public sealed class ShellFacts(
    HouseDb db, HouseSettings settings, IEnumerable<NavEntry> ways, IEnumerable<SearchEntry> searches)
{
    /// <summary>The class on the page that carries the house's accent.</summary>
    public string Class => ClassOf(settings.House);

    /// <summary>The house's name.</summary>
    public string HouseName => NameOf(settings.House).ToString();

    /// <summary>The search in the top bar, if the house has one.</summary>
    public SearchEntry? Search { get; } = searches.LastOrDefault();

    /// <summary>Who is signed in; nobody on pages for all.</summary>
    public async Task<ShellPerson?> Find(ClaimsPrincipal user, CancellationToken stop)
    {
        if (SignedIn.Find(user) is not { } me) return null;
        var unit = await db.Units.Where(unit => unit.Id == me.UnitId).Select(unit => unit.Name).FirstOrDefaultAsync(stop);
        var name = await db.Users.Where(account => account.UserName == me.Name).Select(account => account.FullName)
            .FirstOrDefaultAsync(stop);
        return new ShellPerson(name ?? me.Name, unit ?? me.UnitCode, [.. ways.Where(way => way.IsFor(me.Role)).OrderBy(way => way.Place)]);
    }

    internal static string ClassOf(HouseKind house) => house switch
    {
        HouseKind.Platform => "house-platform",
        HouseKind.Register => "house-register",
    };

    internal static Bilingual NameOf(HouseKind house) => house switch
    {
        HouseKind.Platform => new("Nền tảng tiêm chủng", "Vaccination platform"),
        HouseKind.Register => new("Cơ sở dữ liệu dân cư", "Population register"),
    };
}

/// <summary>Whoever is signed in, as the top bar shows them.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Ways">The navigation of their role.</param>
public sealed record ShellPerson(string Name, string Unit, IReadOnlyList<NavEntry> Ways);
