using System.Runtime.CompilerServices;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Indexing.Building;

/// <summary>What was wrong with a row of the register; the person is in the index unless said otherwise.</summary>
[Flags]
public enum PersonProblems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The personal id is no number of 12 digits: the row was left out.</summary>
    PersonalId = 1,

    /// <summary>The old number is no number of 9 digits: it was left out.</summary>
    OldId = 2,

    /// <summary>No name, or an unreadable one: no record of this person can be right.</summary>
    Name = 4,

    /// <summary>No sex, or an unreadable one: no record of this person can be right.</summary>
    Sex = 8,

    /// <summary>No date of birth, or an unreadable one: no record of this person can be right.</summary>
    DateOfBirth = 16,

    /// <summary>The code of the commune is no number of up to five digits: it was left out.</summary>
    Commune = 32,
}

/// <summary>Takes in the people of a register, one row at a time. Not thread-safe: one a thread.</summary>
public sealed unsafe class PersonIntake : IDisposable
{
    /// <summary>So many bytes must be readable behind the end of each field.</summary>
    public const int Slack = 64;

    private readonly NameReader _names;
    private readonly int[] _codes = new int[NameReader.MaxWords];
    private readonly WrittenFields _text = new();

    internal PersonIntake(NameReader names) => _names = names;

    internal PartitionedRows<PersonRow> Rows { get; } = new();

    /// <summary>Takes in one person.</summary>
    /// <param name="text">The text that all fields lie in, with <see cref="Slack"/> behind it.</param>
    /// <param name="fields">Where each lies: personal id, old number, name, sex, date of birth, commune.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PersonProblems Add(byte* text, ReadOnlySpan<FieldPlace> fields)
    {
        var id = NumberReader.Read(fields[0].Of(text));
        if (id.Kind != NumberKind.Personal || id.Value == 0) return PersonProblems.PersonalId;

        var problems = PersonProblems.None;
        var oldId = Extra.NoOldId;
        if (fields[1].Length > 0)
        {
            var old = NumberReader.Read(fields[1].Of(text));
            if (old.Kind == NumberKind.Old) oldId = (uint)old.Value;
            else if (old.Kind != NumberKind.Missing) problems |= PersonProblems.OldId;
        }

        ulong name = 0;
        if (_names.Read(text + fields[2].Start, fields[2].Length, _codes, out var words) == ReadState.Read)
            name = _names.Pack(_codes.AsSpan(0, words));
        else
            problems |= PersonProblems.Name;

        if (SexReader.Read(fields[3].Of(text), out var sex) != ReadState.Read) problems |= PersonProblems.Sex;
        if (DateReader.ForRegister.Read(fields[4].Of(text), out var date) != ReadState.Read)
            problems |= PersonProblems.DateOfBirth;
        if (!CommuneReader.TryRead(fields[5].Of(text), out var commune)) problems |= PersonProblems.Commune;

        var key = Slot.MakeKey(id.Value, date.Packed, (uint)sex);
        Rows.Add(SlotTable.Hash(id.Value), new PersonRow(key, name, new Extra(oldId, commune)));
        return problems;
    }

    /// <summary>Takes in one person in hand.</summary>
    public PersonProblems Add(WrittenPerson person)
    {
        _text.Set(
            person.PersonalId, person.OldId, person.FullName, person.Sex, person.DateOfBirth, person.CommuneCode);
        fixed (byte* bytes = _text.Bytes) return Add(bytes, _text.Places);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _names.Dispose();
        Rows.Dispose();
    }
}
