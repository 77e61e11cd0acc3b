using XacThuc.Exchange.Messages;
using XacThuc.Platform.Signed;

namespace XacThuc.Platform.Lists;

/// <summary>Where a part stands.</summary>
public enum PartState
{
    /// <summary>With the police.</summary>
    Waiting = 1,

    /// <summary>Answered: verified and signed.</summary>
    Answered = 2,

    /// <summary>Given back without a verdict.</summary>
    Returned = 3,
}

/// <summary>
/// The people of a list who live in one commune, on their way to its police: each has its own clock, for those whose home is
/// elsewhere wait for that place's answer.
/// </summary>
public sealed class ListPart
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }

    /// <summary>Its number over the border: the list's and its own.</summary>
    public required string Code { get; init; }

    /// <summary>The commune.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>How many people.</summary>
    public required int People { get; init; }

    /// <summary>Digest of what was sent.</summary>
    public required string Digest { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>By when the answer is needed.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required PartState State { get; set; }

    /// <summary>The signed list as it came.</summary>
    public string Content { get; set; } = "";

    /// <summary>The signature over it.</summary>
    public string Signature { get; set; } = "";

    /// <summary>Who signed, or gave it back.</summary>
    public string Signer { get; set; } = "";

    /// <summary>Who gave the second look; empty where nobody had to.</summary>
    public string SecondLook { get; set; } = "";

    /// <summary>For which police unit.</summary>
    public string SignerUnit { get; set; } = "";

    /// <summary>When it was signed or given back.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Code of the last signed list that was refused; none where none was.</summary>
    public string? RefusedCode { get; set; }

    /// <summary>The part as it was sent.</summary>
    internal SentList ToSent(IEnumerable<ListedPerson> people) => new(
        SignedList.SurveyPurpose, Code, Digest, people.Select(person => (person.Number, person.Ref, person.RowVersion)));
}
