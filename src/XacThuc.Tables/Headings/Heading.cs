namespace XacThuc.Tables.Headings;

/// <summary>What a column heading says its cells are, before the kind of the file decides what it serves for.</summary>
public enum Heading
{
    None,
    FullName,
    FamilyName,
    GivenName,
    Sex,
    Female,

    /// <summary>"Nam" is male and, with its mark lost, "năm" is year: the neighbours tell.</summary>
    MaleOrYear,
    BirthDate,
    Day,
    Month,
    BirthYear,
    PersonalNumber,
    OldNumber,
    AnyNumber,
    RecordId,
    RowNumber,

    /// <summary>"ID" is the person's number unless another column is; then it is the record's.</summary>
    Id,
    Commune,
    Hamlet,

    /// <summary>The code that a cleaning list gave a row.</summary>
    RowCode,
    RightName,
    RightSex,
    RightDate,
    RightNumber,
    HamletNote,

    /// <summary>From here on: what only a list of people to be vaccinated has; the phone may stand in files of records and of doses too.</summary>
    Phone,
    Passport,
    Nationality,
    TargetGroup,
    Note,
    Consent,
    Guardian,
    GuardianPhone,

    /// <summary>From here on: what only a file of doses has.</summary>
    DoseNumber,
    Vaccine,
    Lot,
    GivenOn,
    Facility,

    /// <summary>From here on: what only a file of check points has; its phone may stand under the heading of any phone.</summary>
    PlaceCode,
    PlaceName,
    PlaceKind,
    Address,
    PlaceCommune,
    Responsible,
    ResponsiblePhone,
    UnitCode,
}
