namespace XacThuc.Platform.Portal.Codes;

/// <summary>A one-time code that was sent to a phone; kept as a covered digest, for a day.</summary>
public sealed class PhoneCode
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>What it opens, as <c>noun:id</c>: <c>registration:DK-2026-…</c>, <c>look:TICKET</c>. The last code of it is the one that counts.</summary>
    public required string Subject { get; init; }

    /// <summary>The phone; a question mark and what stands for it where the code went to nobody.</summary>
    public required string Phone { get; init; }

    /// <summary>Its place among the codes of this phone.</summary>
    public required int Nth { get; init; }

    /// <summary>The digest, covered by a key that is not in the database: a million codes are soon tried.</summary>
    public required string Digest { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Until when it may be used.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How often somebody tried.</summary>
    public int Tries { get; set; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Nothing of it.</summary>
    public override string ToString() => nameof(PhoneCode);
}
