using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Rules;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Doses.Bring;

/// <summary>A cell of a row of doses that a person must look at.</summary>
public enum DoseCell
{
    /// <summary>The line could not be split.</summary>
    Line,

    /// <summary>The name.</summary>
    Name,

    /// <summary>The dose's number.</summary>
    Number,

    /// <summary>The vaccine.</summary>
    Vaccine,

    /// <summary>The day, or what the schedule says of it.</summary>
    Day,
}

/// <summary>What is wrong with a cell and what to do.</summary>
internal sealed record DoseProblem(DoseCell Cell, Bilingual Sentence);

/// <summary>What is understood of a row of doses.</summary>
internal sealed record ReadDose(ReadFields Person, int Number, Product? Product, DateOnly? Day, IReadOnlyList<DoseProblem> Problems)
{
    /// <summary>Whether it can become a dose.</summary>
    public bool IsReady => Problems.Count == 0;

    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(ReadDose);
}

/// <summary>
/// Reads rows of doses. What cannot be read, or what a rule of the schedule says cannot be, is told and nothing is guessed.
/// Rules that ask for a reason do not hold a row back: it was given.
/// </summary>
internal sealed class DoseReading(DateOnly today)
{
    private readonly FieldReading _fields = new(today);

    public ReadDose Of(DoseRow row)
    {
        if (row.Raw.Length > 0 && row.FullName.Length == 0)
            return new ReadDose(ReadFields.Of(row.Written, _fields), 0, null, null, [new(DoseCell.Line, DoseSentences.Unsplit)]);
        return Of(row.WrittenDose, ReadFields.Of(row.Written, _fields));
    }

    public ReadDose Of(WrittenDose dose, ReadFields person)
    {
        var problems = new List<DoseProblem>();
        var (number, product, day) = (DoseWords.Number(dose.Number), VaccineCatalogue.Standard.FindWritten(dose.Vaccine), DoseWords.Day(dose.GivenOn));
        if (person.Name != FieldVerdict.NotCompared) problems.Add(new(DoseCell.Name, DoseSentences.NoName));
        if (number == 0) problems.Add(new(DoseCell.Number, DoseSentences.NoNumber));
        if (product is null) problems.Add(new(DoseCell.Vaccine, dose.Vaccine.Length == 0 ? DoseSentences.NoVaccine : DoseSentences.UnknownVaccine));
        if (day is null) problems.Add(new(DoseCell.Day, dose.GivenOn.Length == 0 ? DoseSentences.NoDay : DoseSentences.UnreadableDay));
        if (product is not null && day is { } known && number > 0) problems.AddRange(Impossible(person, new DoseGiven(product.Code, known, number)));
        return new ReadDose(person, number, product, day, problems);
    }

    // Against no other dose: what stands beside it on the record is a question of its own.
    private IEnumerable<DoseProblem> Impossible(ReadFields person, DoseGiven dose) =>
        VaccineCatalogue.Standard.FindSchedule(dose.Product)!.Check(new Vaccinee(person.Born, person.SexRead), [], dose, today)
            .Where(finding => finding.Severity == Severity.Refuse).Take(1).Select(finding => new DoseProblem(DoseCell.Day, finding.Sentence));
}
