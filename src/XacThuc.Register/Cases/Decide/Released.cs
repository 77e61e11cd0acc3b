using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cases.Decide;

/// <summary>The values that go over the border for one case: only those in which the record differs from the person.</summary>
internal sealed record Released(string? FullName, string? Sex, string? DateOfBirth, string? IdNumber)
{
    // These tell something of a number that is right.
    internal static readonly Reasons Notes =
        Reasons.Of(Reason.IdOldNumber) | Reason.IdLeadingZeros | Reason.IdDisagreesWithSex | Reason.IdDisagreesWithYear;

    public bool IsEmpty => Fields.Length == 0;

    /// <summary>Names of the fields, a space between.</summary>
    public string Fields => string.Join(' ', ((string? Value, string Name)[])
        [(FullName, "name"), (Sex, "sex"), (DateOfBirth, "date_of_birth"), (IdNumber, "id_number")]
        is var all ? all.Where(one => one.Value is not null).Select(one => one.Name) : []);

    /// <summary>The fields and their values in words, as shown before they are sent.</summary>
    public IEnumerable<string> FieldTexts
    {
        get
        {
            if (FullName is not null) yield return FullName;
            if (DateOfBirth is not null) yield return DateOfBirth;
            if (Sex is not null) yield return Sex;
            if (IdNumber is not null) yield return IdNumber;
        }
    }

    /// <summary>What a record that differs from a person in these ways should read.</summary>
    public static Released Of(WrittenPerson person, Reasons differences)
    {
        var codes = differences.Each().Where(reason => !Notes.Contains(reason)).Select(Reasons.Code).ToArray();
        return new Released(
            Differs("name.") ? person.FullName : null,
            Differs("sex.") ? person.Sex : null,
            Differs("dob.") ? Shown.Date(BornOn(person)) : null,
            Differs("id.") ? person.PersonalId : null);

        bool Differs(string field) => Array.Exists(codes, code => code.StartsWith(field, StringComparison.Ordinal));
    }

    /// <summary>The date of birth of a person of the register.</summary>
    public static PartialDate BornOn(WrittenPerson person) =>
        FieldReading.RegisterDate(Encoding.UTF8.GetBytes(person.DateOfBirth), out var date) == FieldVerdict.NotCompared ? date : default;

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Released);
}
