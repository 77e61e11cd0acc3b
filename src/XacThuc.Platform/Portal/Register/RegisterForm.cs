using XacThuc.Matching;
using XacThuc.Platform.Lists.Edit;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Register;

/// <summary>What somebody wrote into the form; nothing is ever null or longer than it may be.</summary>
public sealed record RegisterForm
{
    private const int Longest = 200;
    private readonly string _name = "", _sex = "", _date = "", _idNumber = "", _passport = "", _nationality = "", _phone = "";
    private readonly string _commune = "", _hamlet = "", _note = "", _guardian = "", _guardianPhone = "";

    /// <summary>Full name.</summary>
    public string Name { get => _name; init => _name = Cut(value); }

    /// <summary>Sex.</summary>
    public string Sex { get => _sex; init => _sex = Cut(value); }

    /// <summary>Date of birth.</summary>
    public string Date { get => _date; init => _date = Cut(value); }

    /// <summary>Number, if there is one.</summary>
    public string IdNumber { get => _idNumber; init => _idNumber = Cut(value); }

    /// <summary>Passport, of who is no citizen.</summary>
    public string Passport { get => _passport; init => _passport = Cut(value); }

    /// <summary>Nationality, of who is no citizen.</summary>
    public string Nationality { get => _nationality; init => _nationality = Cut(value); }

    /// <summary>Phone.</summary>
    public string Phone { get => _phone; init => _phone = Cut(value); }

    /// <summary>Code of the commune.</summary>
    public string Commune { get => _commune; init => _commune = Cut(value); }

    /// <summary>Hamlet.</summary>
    public string Hamlet { get => _hamlet; init => _hamlet = Cut(value); }

    /// <summary>Which dose.</summary>
    public int Dose { get; init; } = 1;

    /// <summary>Illnesses and contra-indications.</summary>
    public string Note { get => _note; init => _note = Cut(value); }

    /// <summary>Guardian of a minor.</summary>
    public string Guardian { get => _guardian; init => _guardian = Cut(value); }

    /// <summary>The guardian's phone.</summary>
    public string GuardianPhone { get => _guardianPhone; init => _guardianPhone = Cut(value); }

    /// <summary>Agrees to be vaccinated and to what the station does with the form.</summary>
    public bool Consent { get; init; }

    /// <summary>The four fields as written.</summary>
    internal WrittenRecord Written => new(Name, Sex, Date, IdNumber, Commune);

    /// <summary>As a scanned paper fills it in, keeping what the paper does not tell.</summary>
    internal RegisterForm With(PersonFields scanned) => this with
    {
        Name = scanned.Name ?? "",
        Sex = scanned.Sex ?? "",
        Date = scanned.Date ?? "",
        IdNumber = scanned.IdNumber ?? "",
    };

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(RegisterForm);

    private static string Cut(string? text) => Said.Of(text, Longest);
}
