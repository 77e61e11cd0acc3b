using System.Globalization;
using System.Text;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Indexing.Building;

/// <summary>One person of a register's file, as the register will keep it. Masked when printed.</summary>
/// <param name="Id">Personal id.</param>
/// <param name="OldId">Old number, where there is one.</param>
/// <param name="Name">Full name; empty where it is missing or cannot be read.</param>
/// <param name="Sex">Sex, where it is known.</param>
/// <param name="DateOfBirth">Date of birth as far as it is known.</param>
/// <param name="CommuneCode">Five digits, or empty.</param>
public readonly record struct ReadPerson(
    PersonalId Id, OldId? OldId, NameText Name, Sex? Sex, PartialDate DateOfBirth, string CommuneCode)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ReadPerson);
}

/// <summary>
/// Reads the rows of a register into values, where <see cref="PersonIntake"/> reads them into the index; both find the same
/// problems. One a thread.
/// </summary>
/// <param name="encoding">How the file writes names.</param>
public sealed unsafe class PersonReader(NameEncoding encoding)
{
    private readonly Dictionary<uint, string> _communes = [];
    private char[] _characters = new char[512];

    /// <summary>Reads one row.</summary>
    /// <param name="text">The text that all fields lie in, with <see cref="PersonIntake.Slack"/> behind it.</param>
    /// <param name="fields">Where each lies: personal id, old number, name, sex, date of birth, commune.</param>
    /// <param name="person">The person, unless the personal id cannot be read.</param>
    public PersonProblems Read(byte* text, ReadOnlySpan<FieldPlace> fields, out ReadPerson person)
    {
        person = default;
        var id = NumberReader.Read(fields[0].Of(text));
        if (id.Kind != NumberKind.Personal || id.Value == 0) return PersonProblems.PersonalId;

        var problems = PersonProblems.None;
        OldId? oldId = null;
        if (fields[1].Length > 0)
        {
            var old = NumberReader.Read(fields[1].Of(text));
            if (old.Kind == NumberKind.Old) oldId = new OldId((uint)old.Value);
            else if (old.Kind != NumberKind.Missing) problems |= PersonProblems.OldId;
        }

        if (NameText.Read(Characters(fields[2].Of(text)), out var name) != FieldVerdict.NotCompared)
            problems |= PersonProblems.Name;
        Sex? sex = null;
        if (SexReader.Read(fields[3].Of(text), out var read) == ReadState.Read) sex = read;
        else problems |= PersonProblems.Sex;
        if (DateReader.ForRegister.Read(fields[4].Of(text), out var date) != ReadState.Read)
            problems |= PersonProblems.DateOfBirth;
        if (!CommuneReader.TryRead(fields[5].Of(text), out var commune)) problems |= PersonProblems.Commune;

        person = new ReadPerson(new PersonalId(id.Value), oldId, name, sex, date, CommuneText(commune));
        return problems;
    }

    private ReadOnlySpan<char> Characters(ReadOnlySpan<byte> written)
    {
        if (_characters.Length < written.Length) _characters = new char[written.Length];
        var text = _characters.AsSpan(0, Encoding.UTF8.GetChars(written, _characters));
        return encoding == NameEncoding.Unicode ? text : LegacyText.Decode(text.ToString(), encoding);
    }

    private string CommuneText(uint commune)
    {
        if (commune == 0) return "";
        if (!_communes.TryGetValue(commune, out var text))
            _communes[commune] = text = commune.ToString("00000", CultureInfo.InvariantCulture);
        return text;
    }
}
