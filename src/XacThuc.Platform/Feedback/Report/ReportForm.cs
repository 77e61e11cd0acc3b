using XacThuc.Matching;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>What a citizen reports, as the form sends it.</summary>
public sealed record ReportForm
{
    /// <summary>No field is kept longer.</summary>
    public const int Longest = 200;

    /// <summary>The citizen's words may be longer.</summary>
    public const int LongestWords = 2_000;

    /// <summary>Doses that a form declares at most.</summary>
    public const int MostDoses = 4;

    /// <summary>Given with the empty form: sent twice it is one report.</summary>
    public Guid Key { get; init; }

    /// <summary>What is wrong; 0 while nothing is chosen.</summary>
    public FeedbackKind Kind { get; init; }

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>Date of birth.</summary>
    public string? Date { get; init; }

    /// <summary>Sex.</summary>
    public string? Sex { get; init; }

    /// <summary>Citizen number; may be empty.</summary>
    public string? IdNumber { get; init; }

    /// <summary>Phone to which code and answers go.</summary>
    public string? Phone { get; init; }

    /// <summary>Code of the commune of residence; <c>other</c> where it is none of those.</summary>
    public string? Commune { get; init; }

    /// <summary>Hamlet.</summary>
    public string? Hamlet { get; init; }

    /// <summary>Key of the unit where it was given; none where it is not in the list.</summary>
    public long? Unit { get; init; }

    /// <summary>Where it was given, where it is not in the list.</summary>
    public string? Facility { get; init; }

    /// <summary>Doses as on the paper.</summary>
    public IList<DoseDeclared> Doses { get; init; } = [];

    /// <summary>What else there is to say.</summary>
    public string? Words { get; init; }

    /// <summary>Whether the citizen declares that it is true.</summary>
    public bool Consent { get; init; }

    /// <summary>The same, tidied: no blanks around, nothing longer than is kept.</summary>
    internal ReportForm Tidy() => this with
    {
        Name = Said.Of(Name, Longest),
        Date = Said.Of(Date, Longest),
        Sex = Said.Of(Sex, Longest),
        IdNumber = Said.Of(IdNumber, Longest),
        Phone = Said.Of(Phone, Longest),
        Commune = Said.Of(Commune, Longest),
        Hamlet = Said.Of(Hamlet, Longest),
        Facility = Said.Of(Facility, Longest),
        Words = Said.Of(Words, LongestWords),
        Doses = [.. Doses.Take(MostDoses).Select(dose => dose.Tidy()).Where(dose => !dose.IsEmpty)],
    };

    /// <summary>The four fields as written.</summary>
    internal WrittenRecord Written => new(Name ?? "", Sex ?? "", Date ?? "", IdNumber ?? "", Commune is { Length: 5 } code ? code : "");

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ReportForm);
}

/// <summary>A dose as declared.</summary>
public sealed record DoseDeclared
{
    /// <summary>Which dose.</summary>
    public string? Number { get; init; }

    /// <summary>Code of the vaccine, or what is written.</summary>
    public string? Vaccine { get; init; }

    /// <summary>Lot.</summary>
    public string? Lot { get; init; }

    /// <summary>Day.</summary>
    public string? GivenOn { get; init; }

    /// <summary>Where.</summary>
    public string? Facility { get; init; }

    /// <summary>Whether nothing is declared: the number alone stands there by itself.</summary>
    internal bool IsEmpty => Vaccine is null or "" && Lot is null or "" && GivenOn is null or "" && Facility is null or "";

    internal DoseDeclared Tidy() => new()
    {
        Number = Said.Of(Number, 4),
        Vaccine = Said.Of(Vaccine, ReportForm.Longest),
        Lot = Said.Of(Lot, 40),
        GivenOn = Said.Of(GivenOn, 30),
        Facility = Said.Of(Facility, ReportForm.Longest),
    };

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(DoseDeclared);
}
