using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Tables;

/// <summary>A list as the page shows it; drawn by <c>/Tables/_List.cshtml</c>.</summary>
public sealed record ListView
{
    /// <summary>More rows than this are not counted, and pages end here: narrowing finds what paging does not.</summary>
    public const int Most = 10_000;

    /// <summary>The same where words are sought, for then each row is looked at.</summary>
    public const int MostSought = 2_000;

    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The columns.</summary>
    public required IReadOnlyList<ListHeading> Columns { get; init; }

    /// <summary>The rows of this page.</summary>
    public required IReadOnlyList<ListRow> Rows { get; init; }

    /// <summary>How many rows there are, up to <see cref="Limit"/> and one.</summary>
    public required int Count { get; init; }

    /// <summary>How many rows there are by the caller's own count, where that still holds.</summary>
    public int? Counted { get; init; }

    /// <summary>More rows than this were not counted.</summary>
    public required int Limit { get; init; }

    /// <summary>This page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>What else the list is narrowed by.</summary>
    public IReadOnlyList<ListHeading> Narrowings { get; init; } = [];

    /// <summary>What was searched for.</summary>
    public required string Words { get; init; }

    /// <summary>What can be searched for; nothing where the list has no search.</summary>
    public string? SearchHint { get; init; }

    /// <summary>The order, as the address has it.</summary>
    public string? Sort { get; init; }

    /// <summary>Where the page without any narrowing is.</summary>
    public required string Reset { get; init; }

    /// <summary>The page before, if there is one.</summary>
    public string? Before { get; init; }

    /// <summary>The page after, if there is one.</summary>
    public string? After { get; init; }

    /// <summary>The workbook of what is shown.</summary>
    public required string Workbook { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Words.Length > 0 || Columns.Concat(Narrowings).Any(column => column.IsNarrowed);

    /// <summary>What the page says where nothing is found and nothing narrows it, in the language spoken.</summary>
    public string? Empty { get; init; }

    /// <summary>The same with each row's link completed: where it leads depends on who looks and how the list is narrowed.</summary>
    public ListView WithLinks(Func<string, string> complete) => this with
    {
        Rows = [.. Rows.Select(row => new ListRow([.. row.Cells.Select(cell =>
            cell.Href is { } href ? cell with { Href = complete(href) } : cell)]))],
    };

    /// <summary>How many there are, in words.</summary>
    public string CountText => Speech.Say($"{UpTo(Count, Limit)} dòng", Count == 1 ? "1 row" : $"{UpTo(Count, Limit)} rows");

    /// <summary>A count that ends behind a limit, in words.</summary>
    public static string UpTo(int count, int limit) => count > limit
        ? Speech.Say($"hơn {Shown.Number(limit)}", $"more than {Shown.Number(limit)}")
        : Shown.Number(count);
}

/// <summary>A heading.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsNumber">Whether figures stand below it.</param>
public sealed record ListHeading(string Key, string Name, bool IsNumber)
{
    /// <summary>Where a click on it leads; nothing where it cannot be sorted.</summary>
    public string? SortHref { get; init; }

    /// <summary>Whether rows are sorted by it, and downwards.</summary>
    public bool? IsDown { get; init; }

    /// <summary>What it can be narrowed to.</summary>
    public IReadOnlyList<ListChoice> Choices { get; init; } = [];

    /// <summary>The choice made.</summary>
    public string? Chosen { get; init; }

    /// <summary>Whether it is narrowed by days.</summary>
    public bool HasDays { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it narrows the list.</summary>
    public bool IsNarrowed => Chosen is not null || From is not null || To is not null;
}

/// <summary>A row.</summary>
/// <param name="Cells">Its cells, a cell each column.</param>
public sealed record ListRow(IReadOnlyList<ListShownCell> Cells);

/// <summary>A cell with where it leads.</summary>
public sealed record ListShownCell(ListCell Cell, string? Href);
