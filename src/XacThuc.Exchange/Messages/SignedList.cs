using System.Text.Json.Serialization;

namespace XacThuc.Exchange.Messages;

/// <summary>What the commune police say of one line of a list.</summary>
public enum LineVerdict
{
    /// <summary>As it was filled in, or as it was recorded where nothing was: that is right.</summary>
    Confirmed = 1,

    /// <summary>It should read as the register has it: those values come with the list.</summary>
    Released = 2,

    /// <summary>The person must bring papers.</summary>
    AskPerson = 3,

    /// <summary>Nobody in the register is this person.</summary>
    NotFound = 4,

    /// <summary>What was filled in is right, and the register is being corrected.</summary>
    RegisterWrong = 5,
}

/// <summary>One line of a signed list. The values are what the record should read, where it should change.</summary>
public sealed record SignedLine(
    int Number, string Ref, int Version, LineVerdict Verdict, string? FullName, string? Sex, string? DateOfBirth, string? IdNumber,
    string Note)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(SignedLine);
}

/// <summary>A list as an officer signs it. Its canonical form is its border JSON, byte for byte.</summary>
/// <param name="List">The list's number.</param>
/// <param name="Digest">Digest of the list as it was sent: it is this list and no other that was verified.</param>
/// <param name="SignedBy">The account that signs.</param>
/// <param name="Signer">Name of the person.</param>
/// <param name="UnitCode">The police unit.</param>
/// <param name="SignedAt">When.</param>
/// <param name="Lines">All lines, by number.</param>
/// <param name="SecondLookBy">
/// Names of those who gave the second look; not written where no line needed one, which is also how lists signed before read.
/// </param>
public sealed record SignedList(
    string List, string Digest, string SignedBy, string Signer, string UnitCode, DateTimeOffset SignedAt, IReadOnlyList<SignedLine> Lines,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SecondLookBy = null)
{
    /// <summary>What the signature of a cleaning list says it is for, so that it serves for nothing else.</summary>
    public const string CleaningPurpose = "cleaning-list.v1";

    /// <summary>The same of a list of people to be vaccinated.</summary>
    public const string SurveyPurpose = "survey-list.v1";

    /// <summary>Nothing of the list.</summary>
    public override string ToString() => nameof(SignedList);
}

/// <summary>A signed list on its way back.</summary>
/// <param name="List">The list's number.</param>
/// <param name="Content">The canonical form of a <see cref="SignedList"/>.</param>
/// <param name="Signature">Detached JWS over it by the police house's key.</param>
public sealed record CleaningListSigned(string List, string Content, string Signature) : IBorderMessage<SignedListReceipt>
{
    static string IBorderMessage<SignedListReceipt>.Kind => "cleaning.signed.v1";

    string IBorderMessage<SignedListReceipt>.Subject => $"cleaning:{List}";

    /// <summary>Nothing of the list.</summary>
    public override string ToString() => nameof(CleaningListSigned);
}

/// <summary>Whether a signed list was taken; if not, why and what to do. A list that was not taken may be signed again.</summary>
public sealed record SignedListReceipt(bool IsTaken, string Code, string Vi, string En);
