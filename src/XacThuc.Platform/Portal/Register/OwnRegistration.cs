using XacThuc.Platform.Lists.Edit;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Portal.Register;

/// <summary>Where a registration stands before and until it is on a list; from then on the list tells.</summary>
public enum RegisteredState
{
    /// <summary>The phone is not confirmed yet.</summary>
    Unconfirmed = 1,

    /// <summary>It waits for the station.</summary>
    Waiting = 2,

    /// <summary>On a list.</summary>
    Listed = 3,

    /// <summary>Not put on a list; a reason says why.</summary>
    NotTaken = 4,

    /// <summary>The same person had registered with the same phone before: that registration stands for both.</summary>
    SameAsBefore = 5,
}

/// <summary>Somebody who registered by themselves on the portal (dispatch 8938, step 1).</summary>
public sealed class OwnRegistration
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Public reference for staff and audit.</summary>
    public required string Ref { get; init; }

    /// <summary>The way to the page that asks for the code; cannot be guessed.</summary>
    public required Guid Ticket { get; init; }

    /// <summary>The code by which its owner follows it, without the dash.</summary>
    public required string FollowCode { get; init; }

    /// <summary>Where it stands.</summary>
    public RegisteredState State { get; set; } = RegisteredState.Unconfirmed;

    /// <summary>Rises with each change.</summary>
    public int Version { get; set; }

    /// <summary>Which dose.</summary>
    public required int Dose { get; init; }

    /// <summary>Phone, ten digits, confirmed by a code.</summary>
    public required string Phone { get; init; }

    /// <summary>Full name.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Sex as written.</summary>
    public string Sex { get; private set; } = "";

    /// <summary>Date of birth as written.</summary>
    public string DateOfBirth { get; private set; } = "";

    /// <summary>Number as written, or empty.</summary>
    public string IdNumber { get; private set; } = "";

    /// <summary>Passport, or empty.</summary>
    public string Passport { get; private set; } = "";

    /// <summary>Nationality as written; empty for citizens.</summary>
    public string Nationality { get; private set; } = "";

    /// <summary>Commune of residence.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>Hamlet.</summary>
    public string Hamlet { get; private set; } = "";

    /// <summary>Illnesses and contra-indications, as told.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who answers for a minor.</summary>
    public string Guardian { get; private set; } = "";

    /// <summary>The guardian's phone.</summary>
    public string GuardianPhone { get; private set; } = "";

    /// <summary>The name as read: small letters without marks.</summary>
    public string NameSearch { get; private set; } = "";

    /// <summary>The number as read: digits, or empty.</summary>
    public string Digits { get; private set; } = "";

    /// <summary>The date of birth as read, packed.</summary>
    public int BornOn { get; private set; }

    /// <summary>When the form came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the phone was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The row of a list.</summary>
    public long? PersonId { get; set; }

    /// <summary>The registration that stands for this one.</summary>
    public long? SameAsId { get; set; }

    /// <summary>Who decided.</summary>
    public string DecidedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was not put on a list; its owner reads it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What the form said, as on a list.</summary>
    internal PersonFields Fields => new()
    {
        Name = FullName,
        Sex = Sex,
        Date = DateOfBirth,
        IdNumber = IdNumber,
        Commune = CommuneCode,
        Hamlet = Hamlet,
        Phone = Phone,
        Passport = Passport,
        Nationality = Nationality,
        Note = Note,
        Consent = Lists.Consent.Given,
        Guardian = Guardian,
        GuardianPhone = GuardianPhone,
    };

    /// <summary>Whether both are about one person, as far as they themselves say.</summary>
    internal bool IsSamePerson(OwnRegistration other) =>
        (Digits.Length > 0 && Digits.Equals(other.Digits, StringComparison.Ordinal))
        || (Passport.Length > 0 && Passport.Equals(other.Passport, StringComparison.OrdinalIgnoreCase))
        || (BornOn != 0 && BornOn == other.BornOn && NameSearch.Equals(other.NameSearch, StringComparison.Ordinal));

    /// <summary>Moves it on.</summary>
    internal void MoveTo(RegisteredState state) => (State, Version) = (state, Version + 1);

    /// <summary>Writes the form, and keeps what is read of it.</summary>
    internal void Write(RegisterForm form, in ReadFields read)
    {
        (FullName, Sex, DateOfBirth, IdNumber) = (form.Name, form.Sex, form.Date, form.IdNumber);
        (Passport, Nationality, CommuneCode, Hamlet) = (form.Passport, form.Nationality, form.Commune, form.Hamlet);
        (Note, Guardian, GuardianPhone) = (form.Note, form.Guardian, form.GuardianPhone);
        (NameSearch, Digits, BornOn) = (read.NameText.Search, read.Digits, (int)read.Born.Packed);
    }

    /// <summary>Takes over what was said later.</summary>
    internal void TakeOver(OwnRegistration later)
    {
        (FullName, Sex, DateOfBirth, IdNumber) = (later.FullName, later.Sex, later.DateOfBirth, later.IdNumber);
        (Passport, Nationality, CommuneCode, Hamlet) = (later.Passport, later.Nationality, later.CommuneCode, later.Hamlet);
        (Note, Guardian, GuardianPhone) = (later.Note, later.Guardian, later.GuardianPhone);
        (NameSearch, Digits, BornOn, Version) = (later.NameSearch, later.Digits, later.BornOn, Version + 1);
    }

    /// <summary>Forgets what was said: another registration stands for it.</summary>
    internal void Forget()
    {
        (FullName, Sex, DateOfBirth, IdNumber, Passport, Nationality) = ("", "", "", "", "", "");
        (CommuneCode, Hamlet, Note, Guardian, GuardianPhone, NameSearch, Digits, BornOn) = ("", "", "", "", "", "", "", 0);
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(OwnRegistration);
}
