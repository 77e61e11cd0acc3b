namespace XacThuc.Platform.Campaigns;

/// <summary>How somebody of a campaign was told by message.</summary>
public enum PersonTold
{
    /// <summary>Not yet, or no messages are sent.</summary>
    NotYet = 0,

    /// <summary>A message was posted.</summary>
    Posted = 1,

    /// <summary>There is no mobile phone on record.</summary>
    NoPhone = 2,

    /// <summary>The phone's owner wants no such messages.</summary>
    OptedOut = 3,

    /// <summary>The same words went to the same phone for somebody else of the family.</summary>
    WithFamily = 4,

    /// <summary>The reason to tell them was gone before their turn came.</summary>
    NotNeeded = 5,
}

/// <summary>A record that a campaign is for, as it was when its people were counted. Nothing of the person but where they live.</summary>
public sealed class CampaignPerson
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>The unit that works on the record: it prints the letter.</summary>
    public required long UnitId { get; init; }

    /// <summary>Commune of residence, or empty.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>Hamlet as written, or empty.</summary>
    public required string Hamlet { get; init; }

    /// <summary>Whether a mobile phone was on record.</summary>
    public required bool HadPhone { get; init; }

    /// <summary>Whether a number was on record.</summary>
    public required bool HadNumber { get; init; }

    /// <summary>Whether the record was right.</summary>
    public required bool WasRight { get; init; }

    /// <summary>How they were told.</summary>
    public PersonTold Told { get; set; }
}
