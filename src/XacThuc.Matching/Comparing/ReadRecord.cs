using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Comparing;

/// <summary>One record as read.</summary>
internal struct ReadRecord
{
    public ulong Name;
    public ReadNumber Number;
    public PartialDate Date;
    public uint Commune;
    public Sex Sex;
    public ReadState NameState;
    public ReadState SexState;
    public ReadState DateState;

    public readonly bool IsInvalid =>
        NameState != ReadState.Read || SexState != ReadState.Read || DateState != ReadState.Read;
}
