using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace XacThuc.Web.Tables;

/// <summary>What the address of a list asks for. What it does not understand it leaves out: an old address still works.</summary>
internal sealed class ListAsked(HttpRequest request)
{
    public const string Words = "q";
    public const string Sort = "sort";
    public const string Page = "page";
    public const string Export = "export";

    // Narrow enough for an address, wide enough for a name.
    private const int Longest = 200;

    public string? Text(string name) =>
        request.Query[name].ToString().Trim() is { Length: > 0 and <= Longest } text ? text : null;

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public int PageNumber =>
        int.TryParse(Text(Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1;

    public bool WantsWorkbook => string.Equals(Text(Export), "xlsx", StringComparison.Ordinal);

    /// <summary>The same address with some things asked otherwise; nothing asked takes one out.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var query = new List<KeyValuePair<string, string?>>();
        foreach (var (name, values) in request.Query)
        {
            if (string.IsNullOrWhiteSpace(values.ToString()) || IsAmong(changes, name) || name is Page or Export) continue;
            query.Add(new(name, values.ToString()));
        }

        foreach (var (name, value) in changes) if (value is not null) query.Add(new(name, value));
        return request.Path + QueryString.Create(query);
    }

    private static bool IsAmong(ReadOnlySpan<(string Name, string? Value)> changes, string name)
    {
        foreach (var change in changes) if (string.Equals(change.Name, name, StringComparison.Ordinal)) return true;
        return false;
    }
}
