namespace XacThuc.Exchange.Messages;

/// <summary>What people outside filled in for a record; none where a field was left as it is.</summary>
public sealed record FilledFields(string? FullName, string? Sex, string? DateOfBirth, string? IdNumber)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(FilledFields);
}

/// <summary>One line of a list as the health side sends it.</summary>
/// <param name="Number">Its number on the list, from 1.</param>
/// <param name="Recorded">The record as it was when the list was drawn up.</param>
/// <param name="Filled">What the hamlet filled in.</param>
/// <param name="Note">A word of the hamlet.</param>
public sealed record ListLine(int Number, WrittenRow Recorded, FilledFields Filled, string Note)
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(ListLine);
}

/// <summary>A part of a cleaning list (dispatch 2262) on its way to the commune police.</summary>
/// <param name="List">The list's number, the same in every message about it.</param>
/// <param name="UnitCode">The health unit that drew it up.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="CommuneCode">The commune whose residents it is about.</param>
/// <param name="Hamlet">The hamlet, or empty.</param>
/// <param name="Count">How many lines the whole list has.</param>
/// <param name="Digest">Digest of the whole list (<see cref="ListDigest"/>).</param>
/// <param name="Lines">The lines of this part.</param>
public sealed record CleaningListSent(
    string List, string UnitCode, string UnitName, string CommuneCode, string Hamlet, int Count, string Digest,
    IReadOnlyList<ListLine> Lines) : IBorderMessage<Receipt>
{
    static string IBorderMessage<Receipt>.Kind => "cleaning.list.v1";

    string IBorderMessage<Receipt>.Subject => $"cleaning:{List}";

    /// <summary>Nothing of the list.</summary>
    public override string ToString() => nameof(CleaningListSent);
}
