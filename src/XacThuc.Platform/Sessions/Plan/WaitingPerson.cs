using XacThuc.Platform.Lists;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Rules;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Sessions.Plan;

/// <summary>A verified person who is invited nowhere yet.</summary>
/// <param name="Person">The person.</param>
/// <param name="Dose">The dose of the list.</param>
/// <param name="Given">Doses that the person's record has.</param>
internal sealed record WaitingPerson(ListedPerson Person, int Dose, IReadOnlyList<DoseGiven> Given)
{
    /// <summary>
    /// Whether the dose may be given at a session. Where nothing is recorded before, the desk asks: the person may have had
    /// doses elsewhere.
    /// </summary>
    public bool IsDue(VaccinationSession session)
    {
        var product = ProductCode.Parse(session.Product);
        var (schedule, vaccinee) = (VaccineCatalogue.Standard.FindSchedule(product)!, PlanSession.Vaccinee(Person));
        var proposed = new DoseGiven(product, session.Day, Dose);
        if (schedule.Check(vaccinee, Given, proposed, session.Day).Any(finding => finding.Severity == Severity.Refuse)) return false;
        var due = Given.Count == 0 ? null : schedule.FindNextDue(vaccinee, Given)?.Products.FirstOrDefault(due => due.Product.Code == product);
        return due is null || due.First <= session.Day;
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(WaitingPerson);
}
