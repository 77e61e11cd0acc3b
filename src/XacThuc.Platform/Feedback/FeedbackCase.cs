using XacThuc.Matching;

namespace XacThuc.Platform.Feedback;

/// <summary>
/// What a citizen reports of a vaccination record (dispatch 9458/BYT-CNTT, 08/11/2021): one case from the report to the answer.
/// A case that was refused is completed and opened again; it is never started anew.
/// </summary>
public sealed class FeedbackCase
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Public reference for staff and audit.</summary>
    public required string Ref { get; init; }

    /// <summary>Given by the form: sent twice it is the same report.</summary>
    public required Guid EntryKey { get; init; }

    /// <summary>The way to the page that asks for the code; cannot be guessed.</summary>
    public required Guid Ticket { get; init; }

    /// <summary>The code by which its owner follows it, without the dash.</summary>
    public required string FollowCode { get; init; }

    /// <summary>What is wrong.</summary>
    public required FeedbackKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public FeedbackState State { get; set; } = FeedbackState.Unconfirmed;

    /// <summary>Rises with each change: two reviewers do not answer at once.</summary>
    public int Version { get; set; }

    /// <summary>Full name as declared.</summary>
    public required string FullName { get; set; }

    /// <summary>Sex as declared.</summary>
    public required string Sex { get; set; }

    /// <summary>Date of birth as declared.</summary>
    public required string DateOfBirth { get; set; }

    /// <summary>Number as declared, or empty.</summary>
    public required string IdNumber { get; set; }

    /// <summary>Phone, ten digits, confirmed by a code; empty where the citizen signed in without one.</summary>
    public required string Phone { get; set; }

    /// <summary>Commune of residence, five digits, or empty where it is none of ours.</summary>
    public required string CommuneCode { get; set; }

    /// <summary>Hamlet as declared.</summary>
    public required string Hamlet { get; set; }

    /// <summary>What the citizen says besides.</summary>
    public required string Words { get; set; }

    /// <summary>Where it was given, as written, where it is no unit of ours; mapped by the reviewer.</summary>
    public required string Facility { get; set; }

    /// <summary>The name as read: small letters without marks.</summary>
    public required string NameSearch { get; set; }

    /// <summary>By what reports of one person are recognised; see <see cref="Report.PersonKeys"/>.</summary>
    public required Guid PersonKey { get; set; }

    /// <summary>The unit that was named, or none.</summary>
    public long? FacilityId { get; set; }

    /// <summary>The record that it is about, once it is known.</summary>
    public long? RecordId { get; set; }

    /// <summary>The unit that answers it; none before it is confirmed.</summary>
    public long? UnitId { get; set; }

    /// <summary>By which rule it came there.</summary>
    public FeedbackRoute Route { get; set; }

    /// <summary>When the form came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the system recorded it: from here the hours count, as from an answer of the citizen's and from a reopening.</summary>
    public DateTimeOffset? RecordedAt { get; set; }

    /// <summary>When the answer is due.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How far it was escalated.</summary>
    public FeedbackLevel Level { get; set; }

    /// <summary>When it came to that level.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>When the present answer was given.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The day to which it was put off.</summary>
    public DateOnly? PutOffTo { get; set; }

    /// <summary>The official reason of a refusal.</summary>
    public RefusalReason? Reason { get; set; }

    /// <summary>What the citizen was told, in plain words: why refused, what is asked, why later.</summary>
    public string Letter { get; set; } = "";

    /// <summary>What is to change; JSON of <see cref="Review.CaseChanges"/>, empty where nothing is.</summary>
    public string Changes { get; set; } = "";

    /// <summary>The case with which it was answered, where it is one of several about the same person.</summary>
    public long? AnsweredWithId { get; set; }

    /// <summary>How often its owner opened it again.</summary>
    public int Reopened { get; set; }

    /// <summary>How its owner found the answer, 1 to 5; none where nobody said.</summary>
    public int? Rating { get; set; }

    /// <summary>The four fields as declared, and the commune.</summary>
    internal WrittenRecord Written => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>Whether the unit owes an answer.</summary>
    public bool IsOwed => State is FeedbackState.Open or FeedbackState.PutOff;

    /// <summary>Whether it is over, unless it is opened again.</summary>
    public bool IsOver => State is FeedbackState.Accepted or FeedbackState.Refused or FeedbackState.AnsweredTogether;

    /// <summary>Moves it on.</summary>
    internal void MoveTo(FeedbackState state) => (State, Version) = (state, Version + 1);

    /// <summary>The unit owes an answer from now on: the hours begin.</summary>
    internal void StartClock(DateTimeOffset now)
    {
        (RecordedAt, DueAt, Level) = (now, now + Deadline.FeedbackClock.Answer, FeedbackLevel.InTime);
        MoveTo(FeedbackState.Open);
    }

    /// <summary>Somebody answered: nobody owes anything for now.</summary>
    internal void Answer(FeedbackState state, DateTimeOffset now)
    {
        AnsweredAt = now;
        MoveTo(state);
    }

    /// <summary>The answer is taken back: it is owed again, and the hours went on.</summary>
    internal void Resume()
    {
        (AnsweredAt, PutOffTo, Reason, Letter) = (null, null, null, "");
        MoveTo(FeedbackState.Open);
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{nameof(FeedbackCase)} {Id}";
}
