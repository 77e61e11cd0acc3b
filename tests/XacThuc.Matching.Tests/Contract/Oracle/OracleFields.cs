namespace XacThuc.Matching.Tests.Contract;

/// <summary>A person of the register as the oracle keeps it: canonical text, empty where nothing readable is written.</summary>
internal sealed record Person(string Id, string OldId, string Name, string Sex, string Date, string Commune)
{
    public required string WrittenName { get; init; }

    /// <summary>A row without a personal id is nobody; twelve zeros fill a gap.</summary>
    public static Person? Of(WrittenPerson row)
    {
        var id = OracleNumber.Read(row.PersonalId);
        if (id is not { Length: 12 } || id.All(digit => digit == '0')) return null;

        var old = OracleNumber.Read(row.OldId);
        return new Person(
            id, old is { Length: 9 } ? old : "", OracleName.Read(row.FullName).Canonical, Fields.ReadSex(row.Sex).Canonical,
            OracleDate.Read(row.DateOfBirth).Canonical, row.CommuneCode)
        { WrittenName = row.FullName };
    }

    public bool Equals(Person? other) =>
        other is not null && (Id, OldId, Name, Sex, Date, Commune) ==
        (other.Id, other.OldId, other.Name, other.Sex, other.Date, other.Commune);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A record as read. A state of "not compared" stands for a field that can be.</summary>
internal sealed record Fields(
    string WrittenName, (FieldVerdict State, string Canonical) Name, (FieldVerdict State, string Canonical) Sex,
    (FieldVerdict State, string Canonical) Date)
{
    public bool AreInvalid => Name.State != FieldVerdict.NotCompared || Sex.State != FieldVerdict.NotCompared ||
        Date.State != FieldVerdict.NotCompared;

    public static Fields Of(WrittenRecord record, DateOnly today) => new(
        record.FullName, OracleName.Read(record.FullName), ReadSex(record.Sex), OracleDate.Read(record.DateOfBirth, today));

    public static (FieldVerdict State, string Canonical) ReadSex(string written) =>
        OracleLetters.PutTogether(written).Trim() switch
        {
            "" => (FieldVerdict.Missing, ""),
            "NAM" or "M" or "MALE" or "1" => (FieldVerdict.NotCompared, "male"),
            "NỮ" or "NU" or "F" or "FEMALE" or "0" => (FieldVerdict.NotCompared, "female"),
            _ => (FieldVerdict.Unreadable, ""),
        };

    public int RightOnesOf(Person person) =>
        (IsRight(Name, person.Name) ? 1 : 0) + (IsRight(Sex, person.Sex) ? 1 : 0) + (IsRight(Date, person.Date) ? 1 : 0);

    public bool AreAllOf(Person person) => RightOnesOf(person) == 3;

    private static bool IsRight((FieldVerdict State, string Canonical) record, string register) =>
        record.State == FieldVerdict.NotCompared && record.Canonical == register;
}
