using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace XacThuc.Web.Api;

/// <summary>
/// Which part of a list a program wants: what comes after a key, so many of it. Lists are read on by their last key, not by
/// numbers of pages: nothing is skipped or doubled while others add to the list.
/// </summary>
/// <param name="After">The last key of the part before; none for the first part.</param>
/// <param name="Limit">How many at most, from 1 to 500; 100 where nothing is said.</param>
public sealed record Part(
    [property: Description("The last key of the part before.")] long? After,
    [property: Description("How many at most, from 1 to 500; 100 by default.")] int? Limit)
{
    /// <summary>How many to give.</summary>
    public int Most => Math.Clamp(Limit ?? 100, 1, 500);

    /// <summary>The part asked for, of what was read with one more than <see cref="Most"/>.</summary>
    public Paged<T> Of<T>(IReadOnlyList<T> read, Func<T, long> keyOf, HttpRequest request)
    {
        if (read.Count <= Most) return new(read, null);
        var items = read.Take(Most).ToList();
        var query = request.Query.Where(pair => pair.Key is not "after")
            .Append(new("after", keyOf(items[^1]).ToString(CultureInfo.InvariantCulture)));
        return new(items, request.Path + QueryString.Create(query).ToUriComponent());
    }
}

/// <summary>One part of a list, and the address of the next.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">Where the list goes on; none at its end.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, string? Next);
