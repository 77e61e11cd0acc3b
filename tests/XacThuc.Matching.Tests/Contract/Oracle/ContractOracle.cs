namespace XacThuc.Matching.Tests.Contract;

/// <summary>
/// The contract once more, written from authentication.md alone: slow, on plain strings, obviously right. It says the
/// status and the four verdicts; of the reasons only those by which a number counts as another's.
/// </summary>
internal sealed class ContractOracle(IReadOnlyList<WrittenPerson> people, DateOnly today)
{
    private readonly Person[] _people = [.. people.Select(Person.Of).OfType<Person>().Distinct()];

    /// <summary>Whether another name is so near that the contract does not say if it is another person's.</summary>
    public bool LeavesNumberOpen { get; private set; }

    public Comparison Judge(WrittenRecord record)
    {
        LeavesNumberOpen = false;
        var read = Fields.Of(record, today);
        var number = OracleNumber.Read(record.IdNumber);
        if (number is null) return Uncompared(read, FieldVerdict.Unreadable);

        var found = _people.Where(person => person.Id == number).ToArray();
        if (found.Length > 1) return Uncompared(read, FieldVerdict.Wrong);
        if (found.Length == 1) return Against(read, found[0]);

        return number.Length switch
        {
            0 => Uncompared(read, FieldVerdict.Missing),
            9 => ByOldNumber(read, [.. _people.Where(person => person.OldId == number)]),
            12 when OracleNumber.IsWellFormed(number) => Uncompared(read, FieldVerdict.Wrong),
            10 or 11 => WithZeros(read, TheOneOf(number.PadLeft(12, '0'))),
            < 9 => WithZeros(read, [.. _people.Where(person => person.OldId == number.PadLeft(9, '0'))]),
            _ => Uncompared(read, FieldVerdict.Unreadable),
        };
    }

    private Comparison ByOldNumber(Fields read, Person[] holders)
    {
        if (holders.Length == 0) return Uncompared(read, FieldVerdict.Wrong);
        if (holders.Count(read.AreAllOf) > 1) return Uncompared(read, FieldVerdict.Wrong);

        // The contract leaves equals open; the smallest number decides.
        return Against(read, holders.OrderBy(p => p.Id, StringComparer.Ordinal).MaxBy(read.RightOnesOf)!);
    }

    // Lost zeros are forgiven only where all else is right, and of one person.
    private Comparison WithZeros(Fields read, Person[] holders) => holders.Count(read.AreAllOf) == 1
        ? Against(read, holders.First(read.AreAllOf))
        : Uncompared(read, FieldVerdict.Unreadable);

    private Person[] TheOneOf(string id) => _people.Where(person => person.Id == id).ToArray() is [var one] ? [one] : [];

    private Comparison Against(Fields read, Person person)
    {
        var name = Verdict(read.Name, person.Name);
        var sex = Verdict(read.Sex, person.Sex);
        var date = Verdict(read.Date, person.Date);
        var isOther = name == FieldVerdict.Wrong && date == FieldVerdict.Wrong &&
            OracleDate.AreDifferent(read.Date.Canonical, person.Date) && IsOther(read, person);
        return new Comparison(
            Status(read, name, sex, date), name, sex, date, isOther ? FieldVerdict.Wrong : FieldVerdict.Right,
            isOther ? Reason.IdBelongsToOther : Reasons.None);
    }

    private bool IsOther(Fields read, Person person)
    {
        var kinship = NameKinship.Of(read.WrittenName, person.WrittenName);
        LeavesNumberOpen = kinship == NameKinship.Open;
        return kinship == NameKinship.Another;
    }

    private static RecordStatus Status(Fields read, params ReadOnlySpan<FieldVerdict> verdicts)
    {
        if (read.AreInvalid) return RecordStatus.Invalid;
        return verdicts.ContainsAnyExcept(FieldVerdict.Right) ? RecordStatus.Mismatched : RecordStatus.Matched;
    }

    private static Comparison Uncompared(Fields read, FieldVerdict number)
    {
        var status = read.AreInvalid ? RecordStatus.Invalid
            : number == FieldVerdict.Wrong ? RecordStatus.Mismatched : RecordStatus.Unauthenticated;
        return new Comparison(status, read.Name.State, read.Sex.State, read.Date.State, number, Reasons.None);
    }

    private static FieldVerdict Verdict((FieldVerdict State, string Canonical) record, string register)
    {
        if (record.State != FieldVerdict.NotCompared) return record.State;
        return record.Canonical == register ? FieldVerdict.Right : FieldVerdict.Wrong;
    }
}
