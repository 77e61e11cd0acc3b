using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses.Evidence;
using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Rules;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Doses;

/// <summary>A dose with what there is to tell of it.</summary>
/// <param name="Dose">The dose.</param>
/// <param name="Papers">How many papers show it.</param>
/// <param name="Findings">What the schedule's rules find against it, beside the other doses that count.</param>
internal sealed record ToldDose(Dose Dose, int Papers, IReadOnlyList<Finding> Findings);

/// <summary>The doses of a record as its story shows them, and what is due next.</summary>
/// <param name="All">All doses, those that count no more among them, by day.</param>
/// <param name="Due">What is due next, disease by disease; nothing before the first dose.</param>
internal sealed record DosesShown(IReadOnlyList<ToldDose> All, IReadOnlyList<DoseDue> Due)
{
    public static async Task<DosesShown> Of(PlatformDb db, VaccinationRecord record, DateOnly today, CancellationToken stop)
    {
        var doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record.Id).OrderBy(dose => dose.GivenOn).ThenBy(dose => dose.Id).ToListAsync(stop);
        var ids = doses.Select(dose => dose.Id).ToArray();
        var papers = await db.Set<DosePaper>().Where(paper => EF.Parameter(ids).Contains(paper.DoseId)).GroupBy(paper => paper.DoseId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        var person = new Vaccinee(record.BornOn == 0 ? default : PartialDate.FromPacked((uint)record.BornOn));
        var valid = doses.FindAll(dose => dose.State == DoseState.Valid);
        return new DosesShown(
            [.. doses.Select(dose => new ToldDose(dose, papers.GetValueOrDefault(dose.Id), FindingsOf(person, dose, valid, today)))],
            [
                .. valid.Select(dose => VaccineCatalogue.Standard.FindSchedule(ProductCode.Parse(dose.Product))).OfType<Schedule>().Distinct()
                    .Select(schedule => schedule.FindNextDue(person, [.. valid.Select(Given)])).OfType<DoseDue>(),
            ]);
    }

    // At a session somebody answered for it. What comes from elsewhere is told as it is found.
    private static IReadOnlyList<Finding> FindingsOf(Vaccinee person, Dose dose, List<Dose> valid, DateOnly today) =>
        dose is { Origin: not DoseOrigin.Session, State: DoseState.Valid } && VaccineCatalogue.Standard.FindSchedule(ProductCode.Parse(dose.Product)) is { } schedule
            ? schedule.Check(person, [.. valid.Where(other => other.Id != dose.Id).Select(Given)], Given(dose), today)
            : [];

    private static DoseGiven Given(Dose dose) => new(ProductCode.Parse(dose.Product), dose.GivenOn, dose.Number);
}
