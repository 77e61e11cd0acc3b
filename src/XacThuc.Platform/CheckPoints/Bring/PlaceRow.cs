using XacThuc.Matching.Texts;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Web.Units;

namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>What a row says of a place, as written.</summary>
internal sealed record WrittenPlace(long Line, string Code, string Name, string Kind, string Address, string Commune, string Responsible, string Phone, string Unit)
{
    /// <summary>Nothing of who answers for it.</summary>
    public override string ToString() => $"{nameof(WrittenPlace)} {Line}";
}

/// <summary>What is wrong with a cell and what to do; never what stands there of a person.</summary>
/// <param name="Line">Its row in the file.</param>
/// <param name="Column">The column, by <see cref="XacThuc.Tables.PlacesColumn"/>; -1 for the whole row.</param>
/// <param name="Sentence">What and what to do.</param>
internal sealed record PlaceProblem(long Line, int Column, Bilingual Sentence);

/// <summary>What becomes of a row.</summary>
internal enum PlaceRowState
{
    /// <summary>It can be registered.</summary>
    New,

    /// <summary>Such a place is there already.</summary>
    Known,

    /// <summary>It stands in the file before.</summary>
    Repeated,

    /// <summary>Something in it must be put right first.</summary>
    Wrong,
}

/// <summary>A row as it is understood.</summary>
/// <param name="Line">Its row in the file.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Form">What the form of a place would say.</param>
/// <param name="Unit">The unit that keeps it; none where that is not clear.</param>
internal sealed record PlaceRow(long Line, PlaceRowState State, PlaceForm Form, Unit? Unit)
{
    /// <summary>The place that is there already.</summary>
    public CheckPoint? There { get; init; }

    /// <summary>Whether the file says otherwise than the place that is there.</summary>
    public bool Differs { get; init; }

    /// <summary>The row before, of which it is a repetition.</summary>
    public long RepeatedLine { get; init; }

    /// <summary>Nothing of who answers for it.</summary>
    public override string ToString() => $"{nameof(PlaceRow)} {Line}";
}

/// <summary>A file as it is understood.</summary>
internal sealed record PlacesRead(IReadOnlyList<PlaceRow> Rows, IReadOnlyList<PlaceProblem> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>Those that can be registered.</summary>
    public IReadOnlyList<PlaceRow> New { get; } = [.. Rows.Where(row => row.State == PlaceRowState.New)];

    /// <summary>How many stand so.</summary>
    public int Count(PlaceRowState state) => Rows.Count(row => row.State == state);

    /// <summary>Nothing of the rows.</summary>
    public override string ToString() => nameof(PlacesRead);
}
