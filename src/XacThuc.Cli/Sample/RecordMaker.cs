using System.Globalization;
using XacThuc.Cli.Sample.Damages;

namespace XacThuc.Cli.Sample;

/// <summary>One invented record and the truth about it.</summary>
internal struct SampleRecord
{
    public string Name;
    public string Sex;
    public string Date;
    public string Number;
    public int Commune;
    public int Hamlet;

    /// <summary>0 where the person is not in the register.</summary>
    public ulong Person;
    public string Status;
    public string Damage;
}

/// <summary>Makes the record of any place by itself, about a person of the register or a stranger.</summary>
internal sealed class RecordMaker(ulong seed, PersonMaker people, DamageProfile profile, Place place)
{
    private const double WrittenOtherwise = 0.25;

    private readonly PersonMaker _strangers = new(seed ^ 0xA5A5_5A5A_0F0F, people.People, place);
    private readonly SamplePerson[] _block = new SamplePerson[PersonMaker.BlockSize];
    private readonly SamplePerson[] _other = new SamplePerson[PersonMaker.BlockSize];
    private readonly NameDamage _names = new(
        WeightedNames.Load(place.FamilyNames), WeightedNames.Load("given-female"), WeightedNames.Load("middle-male"));

    public void Make(long index, ref SampleRecord record)
    {
        var dice = new Dice(seed ^ 0x5DEECE66D, (ulong)index);
        var about = dice.Below(people.People);
        people.Make(about / PersonMaker.BlockSize, _block);
        var member = (int)(about % PersonMaker.BlockSize);
        if (profile.Strangers > 0 && dice.Chance(profile.Strangers)) MakeStranger(ref dice, ref record);
        else MakeKnown(ref dice, about, member, ref record);
        if (dice.Chance(profile.OtherCommune)) record.Commune = place.CommuneOf((dice.Next() >> 11) * (1.0 / (1UL << 53)));
    }

    private void MakeKnown(ref Dice dice, long about, int member, ref SampleRecord record)
    {
        ref readonly var person = ref _block[member];
        Write(person, ref record);
        record.Person = person.Id;
        record.Status = "matched";
        record.Damage = "";
        if (profile.Damaged > 0 && dice.Chance(profile.Damaged)) Damage(ref dice, about, member, ref record);
        else if (dice.Chance(WrittenOtherwise)) WriteOtherwise(ref dice, person, ref record);
    }

    private static void Write(in SamplePerson person, ref SampleRecord record)
    {
        record.Name = person.Name;
        record.Sex = person.IsFemale ? "Nữ" : "Nam";
        record.Date = DateDamage.Write(person.Year, person.Month, person.Day);
        record.Number = person.Id.ToString("000000000000", CultureInfo.InvariantCulture);
        (record.Commune, record.Hamlet) = (person.Commune, person.Hamlet);
    }

    private static void WriteOtherwise(ref Dice dice, in SamplePerson person, ref SampleRecord record)
    {
        record.Name = Handwriting.Name(record.Name, ref dice);
        if (dice.Chance(0.3)) record.Sex = Handwriting.Sex(person.IsFemale, ref dice);
        if (dice.Chance(0.4)) record.Date = Handwriting.Date(person.Year, person.Month, person.Day, ref dice);
        if (person.HasOldId && dice.Chance(0.3)) record.Number = person.OldId.ToString("000000000", CultureInfo.InvariantCulture);
        else if (dice.Chance(0.3)) record.Number = Handwriting.Number(record.Number, ref dice);
    }

    private void Damage(ref Dice dice, long about, int member, ref SampleRecord record)
    {
        var wanted = 1 + DamageProfile.Draw(profile.Fields, ref dice);
        var done = 0;
        for (var tries = 0; tries < 40 && System.Numerics.BitOperations.PopCount((uint)done) < wanted; tries++)
        {
            var field = (DamageField)DamageProfile.Draw(profile.ByField, ref dice);
            if ((done >> (int)field & 1) != 0 || DamageOf(field, ref dice, about, member, ref record) is not { } kind) continue;
            done |= 1 << (int)field;
            record.Damage = record.Damage.Length == 0 ? kind : $"{record.Damage};{kind}";
        }

        record.Status = StatusOf(record);
    }

    private string? DamageOf(DamageField field, ref Dice dice, long about, int member, ref SampleRecord record)
    {
        ref readonly var person = ref _block[member];
        switch (field)
        {
            case DamageField.Name:
                var nameKind = DamageProfile.Draw(profile.Name, ref dice);
                if (_names.Damage(record.Name, nameKind, ref dice) is not { } name) return null;
                record.Name = name;
                return nameKind;
            case DamageField.Date:
                var dateKind = DamageProfile.Draw(profile.Date, ref dice);
                if (DateDamage.Damage(person, dateKind, ref dice) is not { } date) return null;
                record.Date = date;
                return dateKind;
            case DamageField.Sex:
                var sexKind = DamageProfile.Draw(profile.Sex, ref dice);
                record.Sex = sexKind is "sex.missing" ? "" : person.IsFemale ? "Nam" : "Nữ";
                return sexKind;
            case DamageField.Number:
                var numberKind = DamageProfile.Draw(profile.Number, ref dice);
                if (NumberOf(numberKind, ref dice, about, member, record.Number) is not { } number) return null;
                record.Number = number;
                return numberKind;
        }

        return null;
    }

    private string? NumberOf(string kind, ref Dice dice, long about, int member, string number)
    {
        ulong id;
        switch (kind)
        {
            case "id.relative":
                var relative = people.RelativeIn(about / PersonMaker.BlockSize, member, ref dice);
                if (relative == member) return null;
                id = _block[relative].Id;
                break;
            case "id.stranger":
                var other = dice.Below(people.People);
                if (other == about) return null;
                people.Make(other / PersonMaker.BlockSize, _other);
                id = _other[other % PersonMaker.BlockSize].Id;
                break;
            default:
                return NumberDamage.Damage(number, kind, ref dice);
        }

        return id.ToString("000000000000", CultureInfo.InvariantCulture);
    }

    private static string StatusOf(in SampleRecord record)
    {
        if (record.Damage.Length == 0) return "matched";
        if (record.Damage.Contains("missing", StringComparison.Ordinal) && (record.Date.Length == 0 || record.Sex.Length == 0) ||
            record.Damage.Contains("dob.unreadable", StringComparison.Ordinal)) return "invalid";
        return record.Damage.Contains("id.", StringComparison.Ordinal) && !IsNumber(record.Number) ? "unauthenticated" : "mismatched";
    }

    // Nine digits, or twelve with a province and century that exist.
    private static bool IsNumber(string number) => number.All(char.IsAsciiDigit) &&
        (number.Length == 9 || number.Length == 12 &&
            new Matching.PersonalId(ulong.Parse(number, CultureInfo.InvariantCulture)).IsWellFormed);

    // Somebody of another register: with a number of their own, with one of this register's people, or with none.
    private void MakeStranger(ref Dice dice, ref SampleRecord record)
    {
        var like = dice.Below(people.People);
        _strangers.Make(like / PersonMaker.BlockSize, _other);
        var taken = _block[dice.Below(PersonMaker.BlockSize)].Id;
        ref readonly var person = ref _other[like % PersonMaker.BlockSize];
        Write(person, ref record);
        record.Commune = place.CommuneOf((dice.Next() >> 11) * (1.0 / (1UL << 53)));
        var number = dice.Below(10);
        if (number < 3) record.Number = "";
        else if (number < 6) record.Number = taken.ToString("000000000000", CultureInfo.InvariantCulture);
        record.Person = 0;
        record.Damage = "stranger";
        record.Status = record.Number.Length == 0 ? "unauthenticated" : "mismatched";
    }
}
