using System.Net;
using System.Text.RegularExpressions;

namespace XacThuc.Bench.Served;

/// <summary>
/// Walks all pages that one person reaches by links, menus and filters from the first one: of each kind of page a few.
/// Then asks for all of them again and again.
/// </summary>
internal sealed partial class PageWalk(Visitor visitor)
{
    private const int OfOneKind = 3, MostOptions = 2;
    private const int MostAddresses = 400;

    private static readonly string[] Sought = ["nguyễn", "nong van", "0200"];

    private static readonly string[] NotPages =
        ["/assets", "/sign-", "/language", "/docs", "/openapi", "/api", ".csv", ".xlsx", "export=", "events", "handler=", "/files"];

    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly Queue<string> _open = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Addresses found, each with its kind.</summary>
    public List<(string Address, string Kind)> Found { get; } = [];

    /// <summary>Pages that did not come.</summary>
    public List<Visited> Failed { get; } = [];

    public async Task Walk()
    {
        Offer("/");
        while (_open.TryDequeue(out var address) && Found.Count < MostAddresses)
        {
            var page = await visitor.Get(address);
            if (page.Status is not 200)
            {
                Failed.Add(page);
                continue;
            }

            if (page.Text.Length == 0) continue;
            Found.Add((address, KindOf(address)));
            foreach (Match link in Links().Matches(page.Text)) Offer(WebUtility.HtmlDecode(link.Groups["it"].Value));
            foreach (Match form in Forms().Matches(page.Text)) OfferForm(form.Value, address);
        }
    }

    /// <summary>Asks for everything found once more.</summary>
    public async Task Again(Action<string, string, TimeSpan> took)
    {
        foreach (var (address, kind) in Found) took(kind, address, (await visitor.Get(address)).Time);
    }

    // A filter each with some of its choices, a search each by some words, beside what is chosen already.
    private void OfferForm(string form, string page)
    {
        var action = Action().Match(form[..form.IndexOf('>', StringComparison.Ordinal)]) is { Success: true } given
            ? WebUtility.HtmlDecode(given.Groups["it"].Value) : page.Split('?')[0];
        var chosen = Selects().Matches(form).SelectMany(select => Chosen().Matches(select.Value).Select(option => Pair(select, option))).ToList();
        foreach (Match select in Selects().Matches(form))
        {
            var others = chosen.Where(pair => !pair.StartsWith(select.Groups["it"].Value + "=", StringComparison.Ordinal)).ToList();
            foreach (Match option in Options().Matches(select.Value).Take(MostOptions)) Offer($"{action}?{string.Join('&', [.. others, Pair(select, option)])}");
        }

        if (SearchField().IsMatch(form))
            foreach (var words in Sought) Offer($"{action}?{string.Join('&', [.. chosen, $"q={Uri.EscapeDataString(words)}"])}");
    }

    private static string Pair(Match select, Match option) =>
        $"{select.Groups["it"].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(option.Groups["it"].Value))}";

    private void Offer(string address)
    {
        if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)) return;
        if (NotPages.Any(part => address.Contains(part, StringComparison.OrdinalIgnoreCase))) return;
        address = address.Split('#')[0];
        if (!_known.Add(address)) return;
        var kind = KindOf(address);
        var many = _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        if (many <= OfOneKind) _open.Enqueue(address);
    }

    // Words of an address are its kind; numbers, references and what is typed or chosen are not.
    private static string KindOf(string address)
    {
        var parts = address.Split('?', 2);
        var path = Numbers().Replace(References().Replace(parts[0], "/{ref}"), "/{id}");
        return parts.Length == 1 || parts[1].Length == 0 ? path : path + "?" + string.Join('&', parts[1].Split('&').Select(pair =>
            pair.StartsWith("sort=", StringComparison.Ordinal) ? pair : pair.Split('=')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("<a [^>]*href=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex("<form [^>]*method=\"get\".*?</form>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("action=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();

    [GeneratedRegex("<select [^>]*name=\"(?<it>[^\"]+)\".*?</select>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Options();

    [GeneratedRegex("<option value=\"(?<it>[^\"]+)\" selected", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chosen();

    [GeneratedRegex("name=\"q\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SearchField();

    [GeneratedRegex("/[0-9a-hjkmnp-tv-z]{20}(?=/|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex References();

    [GeneratedRegex("/[0-9]+(?=/|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
