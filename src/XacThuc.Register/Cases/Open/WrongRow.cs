using XacThuc.Exchange.Messages;
using XacThuc.Matching;

namespace XacThuc.Register.Cases.Open;

/// <summary>A record that is not matched, and why.</summary>
public sealed record WrongRow(WrittenRow Row, Comparison Compared)
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(WrongRow);
}
