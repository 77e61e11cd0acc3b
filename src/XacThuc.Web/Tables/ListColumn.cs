using System.Linq.Expressions;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Tables;

/// <summary>A cell as the page shows it.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Tone">What it means; plain for an ordinary value.</param>
public readonly record struct ListCell(string Text, Tone Tone = Tone.Plain);

/// <summary>A value that a column can be narrowed to.</summary>
/// <param name="Key">How the address calls it.</param>
/// <param name="Name">How people call it.</param>
public sealed record ListChoice(string Key, Bilingual Name);

/// <summary>A column of a list: how it is shown, sorted, narrowed and exported.</summary>
/// <param name="key">Its name in the address of the page.</param>
/// <param name="name">Its heading.</param>
/// <param name="show">The cell of a row.</param>
/// <param name="export">The value of a row in a workbook: text, number, day or moment.</param>
internal sealed class ListColumn<T>(string key, Bilingual name, Func<T, ListCell> show, Func<T, object?> export)
{
    public string Key => key;

    public Bilingual Name => name;

    public Func<T, ListCell> Show => show;

    public Func<T, object?> Export => export;

    /// <summary>Whether figures stand below each other.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Where a row's cell leads.</summary>
    public Func<T, string>? Link { get; init; }

    /// <summary>Puts rows in order, upwards or downwards; none where the column cannot be sorted.</summary>
    public Func<IQueryable<T>, bool, IOrderedQueryable<T>>? Sort { get; init; }

    /// <summary>What it can be narrowed to.</summary>
    public IReadOnlyList<ListChoice> Choices { get; init; } = [];

    /// <summary>Keeps the rows of a choice.</summary>
    public Func<IQueryable<T>, string, IQueryable<T>>? Choose { get; init; }

    /// <summary>Keeps the rows from the first day to the last.</summary>
    public Func<IQueryable<T>, DateOnly?, DateOnly?, IQueryable<T>>? Between { get; init; }

    public static Func<IQueryable<T>, bool, IOrderedQueryable<T>> By<TValue>(Expression<Func<T, TValue>> value) =>
        (rows, down) => down ? rows.OrderByDescending(value) : rows.OrderBy(value);

    /// <summary>A condition on what an expression gives.</summary>
    public static IQueryable<T> Where<TValue>(
        IQueryable<T> rows, Expression<Func<T, TValue>> value, Expression<Func<TValue, bool>> condition) =>
        rows.Where(Expression.Lambda<Func<T, bool>>(
            new Replacing(condition.Parameters[0], value.Body).Visit(condition.Body), value.Parameters[0]));

    private sealed class Replacing(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
