using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Portal.PersonalCode;
using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.CheckPoints.Status;

/// <summary>What a guard may know of somebody's vaccination, and no more.</summary>
/// <param name="Known">Whether there is a record.</param>
/// <param name="Doses">How many doses count.</param>
/// <param name="Complete">Whether the primary series against some disease is complete.</param>
/// <param name="Last">The day of the last dose.</param>
internal sealed record PersonStatus(bool Known, int Doses, bool Complete, DateOnly? Last)
{
    /// <summary>Of somebody who is not known, and of a number that was mistyped alike.</summary>
    public static PersonStatus Unknown { get; } = new(false, 0, false, null);
}

/// <summary>Finds out what a guard may know.</summary>
internal sealed class FindStatus(PlatformDb db, Qids qids)
{
    private const int Most = 20;

    /// <summary>The record that a guard means; none where there is none, or where two things do not agree.</summary>
    public async Task<VaccinationRecord?> Find(string qid, string paper, int yearBorn, CancellationToken stop)
    {
        if (qid.Length > 0) return await qids.Find(qid, stop);
        if (paper.Length == 0 || yearBorn == 0) return null;

        // A number that somebody mistyped may be another's: the year has to agree.
        var found = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.Digits == paper && record.JoinedIntoId == null).OrderBy(record => record.Id).Take(Most).ToListAsync(stop);
        var same = found.FindAll(record => record.BornOn != 0 && PartialDate.FromPacked((uint)record.BornOn).Year == yearBorn);
        return same.Find(record => record.IsUpToDate && record.Status == RecordStatus.Matched) ?? same.FirstOrDefault();
    }

    /// <summary>What a guard may know of a record.</summary>
    public async Task<PersonStatus> Of(VaccinationRecord? record, CancellationToken stop)
    {
        var id = record?.Id ?? 0;
        var doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == id && dose.State == DoseState.Valid).OrderBy(dose => dose.GivenOn).ToListAsync(stop);
        if (record is null) return PersonStatus.Unknown;
        DoseGiven[] given = [.. doses.Select(dose => new DoseGiven(ProductCode.Parse(dose.Product), dose.GivenOn, dose.Number))];
        var complete = given.Select(dose => VaccineCatalogue.Standard.FindSchedule(dose.Product)).OfType<Schedule>().Distinct().Any(schedule => schedule.FindComplete(schedule.SeriesOf(given)) is not null);
        return new PersonStatus(true, doses.Count, complete, doses.Count == 0 ? null : doses[^1].GivenOn);
    }
}
