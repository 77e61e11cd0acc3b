using System.Linq.Expressions;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Tables;

/// <summary>
/// A list, declared once: its columns, what is searched, how it is sorted at first. The same declaration gives the page,
/// its address and the workbook.
/// </summary>
/// <param name="key">The key of a row: rows that are equal otherwise keep one order.</param>
public sealed partial class ListShape<T>(Expression<Func<T, long>> key) where T : class
{
    // Sorted at once wherever they lie.
    private const int FewRows = 2_000;

    private readonly Func<T, long> _keyOf = key.Compile();
    private readonly List<ListColumn<T>> _columns = [];
    private readonly List<ListColumn<T>> _narrowings = [];
    private Func<IQueryable<T>, string, IQueryable<T>>? _search;
    private Bilingual _searchHint;
    private string? _firstSort;

    /// <summary>A text.</summary>
    /// <param name="name">Its name in the address.</param>
    /// <param name="heading">Its heading.</param>
    /// <param name="value">The value.</param>
    /// <param name="sort">What it is sorted by, a stored key where marks matter; not sortable without.</param>
    /// <param name="link">Where a row's cell leads.</param>
    public ListShape<T> Text(
        string name, Bilingual heading, Func<T, string?> value, Expression<Func<T, string>>? sort = null, Func<T, string>? link = null) =>
        Add(new(name, heading, row => new(value(row) ?? ""), row => value(row))
        {
            Sort = sort is null ? null : ListColumn<T>.By(sort),
            Link = link,
        });

    /// <summary>A whole number.</summary>
    public ListShape<T> Number(string name, Bilingual heading, Expression<Func<T, long>> value, bool isSortable = true)
    {
        var read = value.Compile();
        return Add(new(name, heading, row => new(Shown.Number(read(row))), row => read(row))
        {
            IsNumber = true,
            Sort = isSortable ? ListColumn<T>.By(value) : null,
        });
    }

    /// <summary>A day, narrowed by first and last.</summary>
    public ListShape<T> Day(string name, Bilingual heading, Expression<Func<T, DateOnly?>> value, bool isSortable = true)
    {
        var read = value.Compile();
        return Add(new(name, heading, row => new(Shown.Date(read(row))), row => read(row))
        {
            Sort = isSortable ? ListColumn<T>.By(value) : null,
            Between = (rows, from, to) =>
            {
                if (from is { } first) rows = ListColumn<T>.Where(rows, value, day => day >= first);
                return to is { } last ? ListColumn<T>.Where(rows, value, day => day <= last) : rows;
            },
        });
    }

    /// <summary>A moment, narrowed by first and last day in Viet Nam.</summary>
    public ListShape<T> Moment(string name, Bilingual heading, Expression<Func<T, DateTimeOffset?>> value, bool isSortable = true)
    {
        var read = value.Compile();
        return Add(new(name, heading, row => new(Shown.Moment(read(row))), row => read(row))
        {
            Sort = isSortable ? ListColumn<T>.By(value) : null,
            Between = (rows, from, to) =>
            {
                if (from is { } first && Shown.Midnight(first) is var start)
                    rows = ListColumn<T>.Where(rows, value, at => at >= start);
                return to is { } last && Shown.Midnight(last.AddDays(1)) is var end
                    ? ListColumn<T>.Where(rows, value, at => at < end) : rows;
            },
        });
    }

    /// <summary>One of a few values, shown as a verdict and narrowed by choosing one.</summary>
    /// <param name="name">Its name in the address.</param>
    /// <param name="heading">Its heading.</param>
    /// <param name="value">The value.</param>
    /// <param name="choices">Each value with what it means and how it is called.</param>
    /// <param name="isSortable">Whether the column can be sorted.</param>
    public ListShape<T> Choice<TValue>(
        string name, Bilingual heading, Expression<Func<T, TValue>> value,
        IReadOnlyList<(TValue Value, Tone Tone, Bilingual Name)> choices, bool isSortable = false) where TValue : notnull
    {
        var read = value.Compile();
        var known = choices.ToDictionary(choice => choice.Value, choice => (choice.Tone, choice.Name));
        var keys = choices.ToDictionary(choice => KeyOf(choice.Value), choice => choice.Value, StringComparer.Ordinal);
        return Add(new(name, heading, Cell, row => Cell(row).Text)
        {
            Sort = isSortable ? ListColumn<T>.By(value) : null,
            Choices = [.. choices.Select(choice => new ListChoice(KeyOf(choice.Value), choice.Name))],
            Choose = (rows, key) => keys.TryGetValue(key, out var chosen)
                ? rows.Where(Expression.Lambda<Func<T, bool>>(
                    Expression.Equal(value.Body, Expression.Constant(chosen, typeof(TValue))), value.Parameters[0]))
                : rows,
        });

        ListCell Cell(T row) =>
            known.TryGetValue(read(row), out var one) ? new(one.Name.ToString(), one.Tone) : new(read(row).ToString() ?? "");
    }

    /// <summary>Narrowed by choosing one of a few values without a column of their own.</summary>
    /// <param name="name">Its name in the address.</param>
    /// <param name="heading">What is chosen.</param>
    /// <param name="choose">Keeps the rows of a choice; one that it does not know keeps all.</param>
    /// <param name="choices">The choices; where only the page knows them, it gives them to <see cref="Read"/>.</param>
    public ListShape<T> Narrow(
        string name, Bilingual heading, Func<IQueryable<T>, string, IQueryable<T>> choose, IReadOnlyList<ListChoice>? choices = null)
    {
        _narrowings.Add(new(name, heading, _ => new(""), _ => null) { Choices = choices ?? [], Choose = choose });
        return this;
    }

    /// <summary>What the search looks through.</summary>
    /// <param name="hint">What can be searched for.</param>
    /// <param name="search">Keeps the rows that hold the words: small letters without marks.</param>
    public ListShape<T> Search(Bilingual hint, Func<IQueryable<T>, string, IQueryable<T>> search)
    {
        (_searchHint, _search) = (hint, search);
        return this;
    }

    /// <summary>How the list is sorted at first: the name of a column, with a minus before it for downwards.</summary>
    public ListShape<T> SortedBy(string column)
    {
        _firstSort = column;
        return this;
    }

    private ListShape<T> Add(ListColumn<T> column)
    {
        _columns.Add(column);
        return this;
    }

    private static string KeyOf<TValue>(TValue value) where TValue : notnull => value.ToString()!.ToLowerInvariant();
}
