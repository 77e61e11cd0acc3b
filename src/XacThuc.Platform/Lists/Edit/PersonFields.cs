using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Edit;

/// <summary>What a form says of somebody on a list.</summary>
public sealed record PersonFields
{
    private const int Longest = 200;

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>Sex.</summary>
    public string? Sex { get; init; }

    /// <summary>Date of birth.</summary>
    public string? Date { get; init; }

    /// <summary>Number; not called so in the form, where it would be taken for the row's.</summary>
    public string? IdNumber { get; init; }

    /// <summary>Code of the commune of residence.</summary>
    public string? Commune { get; init; }

    /// <summary>Hamlet.</summary>
    public string? Hamlet { get; init; }

    /// <summary>Phone.</summary>
    public string? Phone { get; init; }

    /// <summary>Passport.</summary>
    public string? Passport { get; init; }

    /// <summary>Nationality.</summary>
    public string? Nationality { get; init; }

    /// <summary>Target group.</summary>
    public string? Group { get; init; }

    /// <summary>Illnesses and contra-indications.</summary>
    public string? Note { get; init; }

    /// <summary>Consent.</summary>
    public Consent Consent { get; init; }

    /// <summary>Guardian of a minor.</summary>
    public string? Guardian { get; init; }

    /// <summary>The guardian's phone.</summary>
    public string? GuardianPhone { get; init; }

    /// <summary>The four fields as written.</summary>
    public WrittenRecord Written => new(
        Cut(Name), Cut(Sex), Cut(Date), Cut(IdNumber), FieldReading.Commune(Encoding.UTF8.GetBytes(Cut(Commune))));

    /// <summary>As somebody on a list is.</summary>
    public static PersonFields Of(ListedPerson person) => new()
    {
        Name = person.FullName,
        Sex = person.Sex,
        Date = person.DateOfBirth,
        IdNumber = person.IdNumber,
        Commune = person.CommuneCode,
        Hamlet = person.Hamlet,
        Phone = person.Phone,
        Passport = person.Passport,
        Nationality = person.Nationality,
        Group = person.TargetGroup,
        Note = person.Note,
        Consent = person.Consent,
        Guardian = person.Guardian,
        GuardianPhone = person.GuardianPhone,
    };

    /// <summary>Writes what stands beside the four fields.</summary>
    internal void WriteRest(ListedPerson person)
    {
        (person.Hamlet, person.Phone, person.Passport) = (Cut(Hamlet), Cut(Phone), Cut(Passport));
        (person.Nationality, person.TargetGroup, person.Note) = (Bring.PeopleReading.NationalityOf(Cut(Nationality)), Cut(Group), Cut(Note));
        (person.Consent, person.Guardian, person.GuardianPhone) = (Consent, Cut(Guardian), Cut(GuardianPhone));
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(PersonFields);

    private static string Cut(string? text) => Said.Of(text, Longest);
}
