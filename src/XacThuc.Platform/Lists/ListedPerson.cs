using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Phones;

namespace XacThuc.Platform.Lists;

/// <summary>Where somebody on a list stands (dispatch 8938, step 2).</summary>
public enum PersonState
{
    /// <summary>As entered; the police have not seen it.</summary>
    AsEntered = 1,

    /// <summary>With the police.</summary>
    WithPolice = 2,

    /// <summary>The police confirm what was entered.</summary>
    Confirmed = 3,

    /// <summary>The police confirm it with corrections, which are taken over.</summary>
    Corrected = 4,

    /// <summary>The person is to bring papers.</summary>
    ToComplete = 5,

    /// <summary>The police do not find this person.</summary>
    NotFound = 6,

    /// <summary>No Vietnamese citizen: marked by the passport, not verified against the register.</summary>
    Foreigner = 7,

    /// <summary>Taken off the list.</summary>
    Withdrawn = 8,
}

/// <summary>Whether somebody agrees to be vaccinated.</summary>
public enum Consent
{
    /// <summary>Not asked yet, or not told.</summary>
    NotAsked = 0,

    /// <summary>Agrees.</summary>
    Given = 1,

    /// <summary>Does not.</summary>
    Refused = 2,
}

/// <summary>Somebody on a list: what was entered, beside it what was read of it and what the police say.</summary>
public sealed class ListedPerson
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }

    /// <summary>The number on the list, from 1; never given again.</summary>
    public required int Number { get; init; }

    /// <summary>Public reference, the same in every message over the border.</summary>
    public required string Ref { get; init; }

    /// <summary>Rises with each change of the fields.</summary>
    public int RowVersion { get; set; } = 1;

    /// <summary>Full name.</summary>
    public required string FullName { get; set; }

    /// <summary>Sex as written.</summary>
    public required string Sex { get; set; }

    /// <summary>Date of birth as written.</summary>
    public required string DateOfBirth { get; set; }

    /// <summary>Number as written.</summary>
    public required string IdNumber { get; set; }

    /// <summary>Commune of residence, five digits, or empty.</summary>
    public required string CommuneCode { get; set; }

    /// <summary>Hamlet, or empty.</summary>
    public string Hamlet { get; set; } = "";

    /// <summary>Phone, or empty: never an identity, whole families share one.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Passport number of a person who is no Vietnamese citizen; empty for citizens.</summary>
    public string Passport { get; set; } = "";

    /// <summary>Nationality as written; empty for citizens.</summary>
    public string Nationality { get; set; } = "";

    /// <summary>Target group: a code of <see cref="TargetGroups"/>, or as written where it is none.</summary>
    public string TargetGroup { get; set; } = "";

    /// <summary>Illnesses and contra-indications, as told.</summary>
    public string Note { get; set; } = "";

    /// <summary>Consent.</summary>
    public Consent Consent { get; set; }

    /// <summary>Who answers for a minor.</summary>
    public string Guardian { get; set; } = "";

    /// <summary>The guardian's phone.</summary>
    public string GuardianPhone
    {
        get;
        set => (field, GuardianDigits) = (value, PhoneOnRecord.Read(value));
    } = "";

    /// <summary>The guardian's phone as read, ten digits, or empty: by it they find the children whom they answer for.</summary>
    public string GuardianDigits { get; private set; } = "";

    /// <summary>The line of the file it came from; 0 where it did not.</summary>
    public long Line { get; init; }

    /// <summary>The line as it stands, where it could not be split into cells.</summary>
    public string Raw { get; set; } = "";

    /// <summary>The name as read: small letters without marks.</summary>
    public string NameSearch { get; set; } = "";

    /// <summary>The name as read: by the Vietnamese alphabet, given name first.</summary>
    public string NameSort { get; set; } = "";

    /// <summary>The number as read: digits, or empty.</summary>
    public string Digits { get; set; } = "";

    /// <summary>The date of birth as read, packed; 0 where it cannot be read.</summary>
    public int BornOn { get; set; }

    /// <summary>Whether one of the four fields is missing or cannot be read.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Where the person stands.</summary>
    public required PersonState State { get; set; }

    /// <summary>The part of the list that went to the police with this row; none before it did.</summary>
    public long? PartId { get; set; }

    /// <summary>A word of the police.</summary>
    public string OfficerNote { get; set; } = "";

    /// <summary>The vaccination record that somebody found to be the same person's.</summary>
    public long? RecordId { get; set; }

    /// <summary>The four fields as written.</summary>
    public WrittenRecord Written => new(FullName, Sex, DateOfBirth, IdNumber, CommuneCode);

    /// <summary>Whether sessions may be planned for this person.</summary>
    public bool IsVerified => State is PersonState.Confirmed or PersonState.Corrected or PersonState.Foreigner;

    /// <summary>Whether it may be changed: not while the police have it.</summary>
    public bool IsEditable => State is not (PersonState.WithPolice or PersonState.Withdrawn);

    /// <summary>The phone by which they are told things, ten digits, or empty. A child has none of its own: what is to be told is told to who answers for it.</summary>
    internal string ReachedAt() => PhoneOnRecord.Read(Phone) is { Length: > 0 } own ? own : GuardianDigits;

    /// <summary>Whether it is about somebody who is no Vietnamese citizen.</summary>
    internal bool IsForeign() => Nationality.Length > 0 || (Passport.Length > 0 && Digits.Length == 0);

    /// <summary>Writes the four fields, and keeps what is read of them.</summary>
    internal void Write(WrittenRecord written, in ReadFields read)
    {
        (FullName, Sex, DateOfBirth, IdNumber, CommuneCode) =
            (written.FullName, written.Sex, written.DateOfBirth, written.IdNumber, written.CommuneCode);
        (NameSearch, NameSort, Digits, BornOn) = (read.NameText.Search, read.NameText.Sort, read.Digits, (int)read.Born.Packed);
        IsDoubtful = !read.IsReady;
        if (FullName.Length > 0) Raw = "";
    }

    /// <summary>The row as it crosses the border.</summary>
    internal ListLine ToLine() => new(
        Number, new WrittenRow(Ref, RowVersion, FullName, Sex, DateOfBirth, IdNumber, CommuneCode),
        new FilledFields(null, null, null, null), Note: "");

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ListedPerson);
}
