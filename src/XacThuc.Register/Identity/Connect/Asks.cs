using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;

namespace XacThuc.Register.Identity.Connect;

/// <summary>What a house asks for: the parameters as they came, and what a citizen has to know of them.</summary>
/// <param name="Query">The parameters, as a query without its question mark.</param>
/// <param name="Parameters">The same, one by one.</param>
/// <param name="Name">Who asks.</param>
/// <param name="Redirect">Where the answer goes.</param>
/// <param name="Scopes">What is asked for.</param>
internal sealed record Ask(string Query, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Name, Uri Redirect, IReadOnlyList<string> Scopes);

/// <summary>
/// Reads again, on every page on the way, what OpenIddict has checked at the beginning and will check once more at the end: a
/// page must not show another name than that of whoever gets the answer.
/// </summary>
internal sealed class Asks(IOpenIddictApplicationManager clients)
{
    private const int Longest = 4_000;

    /// <summary>Finds who asks; none where nobody known does.</summary>
    public async Task<Ask?> Find(string? query, CancellationToken stop)
    {
        if (query is null or { Length: 0 or > Longest }) return null;
        var read = QueryHelpers.ParseQuery(query);
        if (!read.TryGetValue("client_id", out var id) || !read.TryGetValue("redirect_uri", out var redirect)) return null;
        if (await clients.FindByClientIdAsync(id.ToString(), stop) is not { } client) return null;
        if (!await clients.ValidateRedirectUriAsync(client, redirect.ToString(), stop)) return null;
        return new Ask(
            query,
            [.. read.Select(one => KeyValuePair.Create(one.Key, one.Value.ToString()))],
            await clients.GetDisplayNameAsync(client, stop) ?? id.ToString(),
            new Uri(redirect.ToString()),
            read["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
