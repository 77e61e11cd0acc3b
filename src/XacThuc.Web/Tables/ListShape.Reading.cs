using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace XacThuc.Web.Tables;

public sealed partial class ListShape<T>
{
    /// <summary>
    /// Reads the page that the address asks for. Never counts nor skips more than <see cref="ListView.Most"/> rows, and
    /// <see cref="ListView.MostSought"/> where words are sought, so it is as fast on ten million rows as the index behind its order.
    /// </summary>
    /// <param name="rows">The rows that the caller may see, narrowed to their subtree.</param>
    /// <param name="request">The request, whose address says what is wanted.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="choices">By name of a narrowing, what can be chosen there.</param>
    /// <param name="counted">How many rows there are, where the caller knows it already; counted anew where the address narrows them further.</param>
    public async Task<ListView> Read(
        IQueryable<T> rows, HttpRequest request, CancellationToken stop, IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>? choices = null,
        int? counted = null)
    {
        var asked = new ListAsked(request);
        var narrowed = Narrow(rows, asked);
        var (sort, isDown) = SortOf(asked);
        var words = asked.Text(ListAsked.Words) ?? "";
        var most = words.Length > 0 ? ListView.MostSought : ListView.Most;
        // What the caller counted are the rows as they came.
        if (!ReferenceEquals(narrowed, rows)) counted = null;
        var count = counted is { } known ? Math.Min(known, most + 1) : await narrowed.Take(most + 1).CountAsync(stop);
        var last = Math.Max(1, (Math.Min(count, most) + ListView.PageSize - 1) / ListView.PageSize);
        var page = Math.Min(asked.PageNumber, last);
        // Keys first: an index may hold all that narrows and orders, so that only the rows of the page are looked at.
        var keys = await Order(await Few(narrowed, count, stop), sort, isDown).Skip((page - 1) * ListView.PageSize).Take(ListView.PageSize).Select(key).ToListAsync(stop);
        var byKey = (await ListColumn<T>.Where(rows, key, id => keys.Contains(id)).AsNoTracking().ToListAsync(stop)).ToDictionary(_keyOf);
        var shown = keys.Where(byKey.ContainsKey).Select(id => byKey[id]).ToList();
        return new ListView
        {
            Columns = [.. _columns.Select(column => Heading(column, asked, sort, isDown))],
            Narrowings = [.. _narrowings.Select(one => Narrowing(one, asked, choices?.GetValueOrDefault(one.Key) ?? one.Choices))],
            Rows = [.. shown.Select(row => new ListRow([.. _columns.Select(column =>
                new ListShownCell(column.Show(row), column.Link?.Invoke(row)))]))],
            Count = count,
            Counted = counted,
            Limit = most,
            Page = page,
            Words = words,
            SearchHint = _search is null ? null : _searchHint.ToString(),
            Sort = asked.Text(ListAsked.Sort),
            Reset = request.Path,
            Before = page > 1 ? asked.With((ListAsked.Page, page == 2 ? null : $"{page - 1}")) : null,
            After = page < last ? asked.With((ListAsked.Page, $"{page + 1}")) : null,
            Workbook = asked.With((ListAsked.Export, "xlsx")),
        };
    }

    /// <summary>Whether the address asks for the workbook instead of the page.</summary>
    public bool WantsWorkbook(HttpRequest request) => new ListAsked(request).WantsWorkbook;

    /// <summary>All rows as the page shows them, as a workbook. What is exported of people is noted by the caller.</summary>
    /// <param name="rows">The rows that the caller may see.</param>
    /// <param name="request">The request, whose address says what is wanted.</param>
    /// <param name="fileName">The name of the file, without ending.</param>
    public WorkbookResult Workbook(IQueryable<T> rows, HttpRequest request, string fileName)
    {
        var asked = new ListAsked(request);
        var (sort, isDown) = SortOf(asked);
        var ordered = Order(Narrow(rows, asked), sort, isDown).AsNoTracking();
        return new WorkbookResult(fileName, [.. _columns.Select(column => column.Name.ToString())], Cells);

        async IAsyncEnumerable<IReadOnlyList<object?>> Cells(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            await foreach (var row in ordered.AsAsyncEnumerable().WithCancellation(stop))
                yield return [.. _columns.Select(column => column.Export(row))];
        }
    }

    // A few among millions are found first and sorted then: a database that hopes to meet them along the order walks through all.
    private async Task<IQueryable<T>> Few(IQueryable<T> narrowed, int count, CancellationToken stop)
    {
        if (count > FewRows) return narrowed;
        var found = await narrowed.Select(key).ToListAsync(stop);
        return ListColumn<T>.Where(narrowed, key, id => found.Contains(id));
    }

    private IQueryable<T> Narrow(IQueryable<T> rows, ListAsked asked)
    {
        if (_search is not null && asked.Text(ListAsked.Words) is { } typed && PlainWords.Of(typed) is { Length: > 0 } words)
            rows = _search(rows, words);
        foreach (var column in _columns.Concat(_narrowings))
        {
            if (column.Choose is { } choose && asked.Text(column.Key) is { } choice) rows = choose(rows, choice);
            if (column.Between is { } between && (asked.Day(column.Key + ".from"), asked.Day(column.Key + ".to")) is var (from, to))
                rows = between(rows, from, to);
        }

        return rows;
    }

    private (ListColumn<T>? Column, bool IsDown) SortOf(ListAsked asked) =>
        Find(asked.Text(ListAsked.Sort)) is { Column: not null } chosen ? chosen : Find(_firstSort);

    private (ListColumn<T>? Column, bool IsDown) Find(string? sort)
    {
        var isDown = sort is ['-', ..];
        var name = isDown ? sort![1..] : sort;
        return (_columns.Find(column => column.Sort is not null && string.Equals(column.Key, name, StringComparison.Ordinal)), isDown);
    }

    // The key goes the same way as the column: one index (column, key) serves both directions.
    private IOrderedQueryable<T> Order(IQueryable<T> rows, ListColumn<T>? column, bool isDown) => (column, isDown) switch
    {
        (null, false) => rows.OrderBy(key),
        (null, true) => rows.OrderByDescending(key),
        ({ } by, false) => by.Sort!(rows, false).ThenBy(key),
        ({ } by, true) => by.Sort!(rows, true).ThenByDescending(key),
    };

    private static ListHeading Narrowing(ListColumn<T> column, ListAsked asked, IReadOnlyList<ListChoice> choices) =>
        new(column.Key, column.Name.ToString(), false) { Choices = choices, Chosen = ChosenOf(column.Key, asked, choices) };

    private static string? ChosenOf(string name, ListAsked asked, IReadOnlyList<ListChoice> choices) =>
        choices.FirstOrDefault(choice => string.Equals(choice.Key, asked.Text(name), StringComparison.OrdinalIgnoreCase))?.Key;

    private static ListHeading Heading(ListColumn<T> column, ListAsked asked, ListColumn<T>? sort, bool isDown)
    {
        var isSorted = column == sort;
        return new ListHeading(column.Key, column.Name.ToString(), column.IsNumber)
        {
            SortHref = column.Sort is null ? null : asked.With((ListAsked.Sort, isSorted && !isDown ? "-" + column.Key : column.Key)),
            IsDown = isSorted ? isDown : null,
            Choices = column.Choices,
            Chosen = ChosenOf(column.Key, asked, column.Choices),
            HasDays = column.Between is not null,
            From = column.Between is null ? null : asked.Day(column.Key + ".from"),
            To = column.Between is null ? null : asked.Day(column.Key + ".to"),
        };
    }
}
