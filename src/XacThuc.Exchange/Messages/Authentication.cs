namespace XacThuc.Exchange.Messages;

/// <summary>One record as the health side has it. Empty text stands for absence.</summary>
/// <param name="Ref">The health side's reference of the record, the same in every message about it.</param>
/// <param name="Version">Rises with each change of the record.</param>
/// <param name="FullName">As written.</param>
/// <param name="Sex">As written.</param>
/// <param name="DateOfBirth">As written.</param>
/// <param name="IdNumber">As written.</param>
/// <param name="CommuneCode">Commune of residence, or empty.</param>
public sealed record WrittenRow(
    string Ref, int Version, string FullName, string Sex, string DateOfBirth, string IdNumber, string CommuneCode)
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(WrittenRow);
}

/// <summary>
/// Right or wrong, field by field: all that the health side may know. Words are the contract's: <c>matched</c>,
/// <c>right</c>; reasons only those that speak of the record alone (<c>id.missing</c>).
/// </summary>
public sealed record RowVerdict(
    string Ref, int Version, string Status, string Name, string Sex, string DateOfBirth, string IdNumber,
    IReadOnlyList<string> Reasons);

/// <summary>Asks about one record, while somebody waits.</summary>
/// <param name="UnitCode">The unit that asks.</param>
/// <param name="Account">The account that asks; guessing is limited per account, unit and record.</param>
/// <param name="Row">The record.</param>
public sealed record AuthenticateRecord(string UnitCode, string Account, WrittenRow Row) : IBorderMessage<RowVerdict>
{
    /// <inheritdoc/>
    public static string Kind => "record.authenticate.v1";

    /// <summary>The register's audit tells of each answer; the record itself stays with the health side.</summary>
    public static Keeping Keeping => Keeping.ByHandler;

    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(AuthenticateRecord);
}

/// <summary>Asks about a batch of a bulk run.</summary>
/// <param name="Run">The run, for the receiver's books.</param>
/// <param name="UnitCode">The unit that asks.</param>
/// <param name="Rows">Up to 10,000 records.</param>
public sealed record AuthenticateBatch(string Run, string UnitCode, IReadOnlyList<WrittenRow> Rows) : IBorderMessage<BatchVerdicts>
{
    /// <inheritdoc/>
    public static string Kind => "records.authenticate.v1";
}

/// <summary>The verdicts of a batch, in its order.</summary>
public sealed record BatchVerdicts(IReadOnlyList<RowVerdict> Rows);
