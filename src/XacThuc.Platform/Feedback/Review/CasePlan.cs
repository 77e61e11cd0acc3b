using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>A dose of the form with what lies nearest: the reviewer sees it filled in and only has to agree.</summary>
/// <param name="Deed">What would be done.</param>
/// <param name="Nth">Which declared dose it is; 0 for one that only stands in the record.</param>
/// <param name="Stored">The dose that stands there; none for a new one.</param>
/// <param name="Declared">As it was declared; none for one that only stands in the record.</param>
/// <param name="Form">What stands in the fields.</param>
internal sealed record PlannedDose(DoseDeed Deed, int Nth, Dose? Stored, ReportedDose? Declared, DoseFields Form);

/// <summary>A dose's fields as text.</summary>
internal sealed record DoseFields(string Number, string Vaccine, string Lot, string GivenOn, string Facility)
{
    /// <summary>Of a dose that stands in a record.</summary>
    public static DoseFields Of(Dose dose) => new($"{dose.Number}", dose.Product, dose.Lot, Shown.Date(dose.GivenOn), dose.Facility);

    /// <summary>Of a declared dose: what can be read as it is kept, the rest as written.</summary>
    public static DoseFields Of(ReportedDose dose)
    {
        var read = ReadDeclared.Of(dose.Number, dose.Vaccine, dose.GivenOn);
        return new(read.Number > 0 ? $"{read.Number}" : dose.Number, read.Product?.ToString() ?? dose.Vaccine, dose.Lot.ToUpperInvariant(),
            read.Day is { } day ? Shown.Date(day) : dose.GivenOn, dose.Facility);
    }
}

/// <summary>What is read of a declared dose.</summary>
internal readonly record struct ReadDeclared(int Number, ProductCode? Product, DateOnly? Day)
{
    public static ReadDeclared Of(string? number, string? vaccine, string? day)
    {
        var product = ProductCode.TryParse(vaccine, null, out var code) && VaccineCatalogue.Standard.Find(code) is { } known
            ? known : VaccineCatalogue.Standard.FindWritten(vaccine ?? "");
        return new ReadDeclared(DoseWords.Number(number ?? ""), product?.Code, DoseWords.Day(day ?? ""));
    }
}

/// <summary>What lies nearest for a case: worked out from what was declared and what stands in the record. A person decides.</summary>
internal sealed record CasePlan(WrittenRecord Person, IReadOnlyList<PlannedDose> Doses)
{
    public static CasePlan Of(FeedbackCase one, VaccinationRecord? record, IReadOnlyList<ReportedDose> declared, IReadOnlyList<Dose> stored)
    {
        var left = stored.Where(dose => dose.State == DoseState.Valid).ToList();
        var doses = new List<PlannedDose>();
        foreach (var dose in declared)
        {
            var fields = DoseFields.Of(dose);
            var beside = Nearest(one.Kind, fields, left);
            if (beside is not null) left.Remove(beside);
            doses.Add(new PlannedDose(DeedOf(one.Kind, fields, beside), dose.Nth, beside, dose, fields));
        }

        doses.AddRange(left.Select(dose => new PlannedDose(DoseDeed.Keep, 0, dose, null, DoseFields.Of(dose))));
        return new CasePlan(record is null || ChangesPerson(one.Kind) ? one.Written : record.Written, doses);
    }

    private static bool ChangesPerson(FeedbackKind kind) => kind is FeedbackKind.WrongPerson or FeedbackKind.IdentityChanged;

    private static DoseDeed DeedOf(FeedbackKind kind, DoseFields fields, Dose? beside)
    {
        if (beside is null) return kind == FeedbackKind.NotVaccinated ? DoseDeed.Keep : DoseDeed.Add;
        if (kind == FeedbackKind.NotVaccinated) return DoseDeed.Withdraw;
        return AreSame(fields, beside) ? DoseDeed.Keep : DoseDeed.Correct;
    }

    /// <summary>Whether a dose says what stands there already.</summary>
    public static bool AreSame(DoseFields fields, Dose dose) =>
        fields.Number.Equals($"{dose.Number}", StringComparison.Ordinal) && fields.Vaccine.Equals(dose.Product, StringComparison.Ordinal)
        && fields.GivenOn.Equals(Shown.Date(dose.GivenOn), StringComparison.Ordinal)
        && (fields.Lot.Length == 0 || DoseKeys.LotOf(fields.Lot).Equals(DoseKeys.LotOf(dose.Lot), StringComparison.Ordinal));

    // A wrong number is told by the day or the lot; everything else by the number, and then by the day.
    private static Dose? Nearest(FeedbackKind kind, DoseFields fields, List<Dose> stored)
    {
        var byDay = stored.Find(dose => Shown.Date(dose.GivenOn).Equals(fields.GivenOn, StringComparison.Ordinal))
            ?? stored.Find(dose => fields.Lot.Length > 0 && DoseKeys.LotOf(dose.Lot).Equals(DoseKeys.LotOf(fields.Lot), StringComparison.Ordinal));
        if (kind is FeedbackKind.WrongNumber or FeedbackKind.MissingDose) return byDay;
        return byDay ?? stored.Find(dose => fields.Number.Equals($"{dose.Number}", StringComparison.Ordinal));
    }
}
