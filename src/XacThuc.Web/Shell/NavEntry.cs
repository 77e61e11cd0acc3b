using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;

namespace XacThuc.Web.Shell;

/// <summary>One way into a house's work, shown in the navigation in the order of registration.</summary>
/// <param name="Roles">Who sees it; nobody named means everybody.</param>
/// <param name="Href">Its address; also the beginning of the addresses that belong to it.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Icon">An icon of web/kit/icons.txt.</param>
public sealed record NavEntry(IReadOnlyList<AccountRole> Roles, string Href, Bilingual Text, string Icon)
{
    /// <summary>Its place: today's work stands before all, what is rarely needed behind.</summary>
    public int Place { get; init; }

    internal bool IsFor(AccountRole role) => Roles.Count == 0 || Roles.Contains(role);

    internal bool Holds(string path) => Href.Length == 1
        ? path.Length == 1
        : path.StartsWith(Href, StringComparison.Ordinal) && (path.Length == Href.Length || path[Href.Length] == '/');
}

/// <summary>Where the search in the top bar leads: <c>GET Href?q=...</c>. A house without one has no search there.</summary>
/// <param name="Href">The page that searches.</param>
/// <param name="Hint">What can be searched for.</param>
public sealed record SearchEntry(string Href, Bilingual Hint);
