namespace XacThuc.Web.Shell.Tags;

/// <summary>Bars, one a row; several columns are stacked in their colours and patterns.</summary>
/// <param name="Title">What is shown, in the language spoken.</param>
/// <param name="RowHeading">What a row is: commune, field, month.</param>
/// <param name="Columns">Tone and name of each part of a bar.</param>
/// <param name="Rows">The bars.</param>
public sealed record Chart(
    string Title, string RowHeading, IReadOnlyList<ChartColumn> Columns, IReadOnlyList<ChartRow> Rows);

/// <summary>A part of each bar.</summary>
public sealed record ChartColumn(Tone Tone, string Name);

/// <summary>A bar.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Counts">A count for each column.</param>
/// <param name="Href">Where it leads, if anywhere.</param>
public sealed record ChartRow(string Name, IReadOnlyList<long> Counts, string? Href = null);
