namespace XacThuc.Platform.Portal.PersonalCode;

/// <summary>
/// The number under which a person's codes go in all apps (QID, 1405/QĐ-BTTTT): eighteen digits that say when it was given and nothing of the
/// person. Given once for a record and never again to another; that of a joined record leads to the one it was joined into.
/// </summary>
public sealed class PersonalQid
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The digits: thirteen of the moment in milliseconds since 1970, five at random.</summary>
    public required string Qid { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Nothing of the number.</summary>
    public override string ToString() => nameof(PersonalQid);
}
