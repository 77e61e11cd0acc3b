namespace XacThuc.Platform.Portal.My.Family;

/// <summary>Somebody agrees that a relative sees their record, until they take it back.</summary>
public sealed class FamilyConsent
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The record that may be seen.</summary>
    public required long RecordId { get; init; }

    /// <summary>Who may: a phone of ten digits confirmed by a code, or a number of twelve confirmed by VNeID. Whether anybody has it is not looked up.</summary>
    public required string To { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Until when; none while it holds.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Nothing of either person.</summary>
    public override string ToString() => nameof(FamilyConsent);
}
