using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Feedback.Report;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>A record that the case may be about.</summary>
/// <param name="Record">The record.</param>
/// <param name="Unit">The unit that keeps it.</param>
/// <param name="IsOurs">Whether it can be changed here.</param>
internal sealed record CaseRecord(VaccinationRecord Record, string Unit, bool IsOurs)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(CaseRecord);
}

/// <summary>A case with all that the reviewer needs beside it.</summary>
internal sealed record CaseShown(
    FeedbackCase Case, IReadOnlyList<ReportedDose> Declared, IReadOnlyList<CaseRecord> Records, CaseRecord? Chosen,
    RecordDecision? Decision, IReadOnlyList<Dose> Stored, CasePlan Plan, IReadOnlyList<CaseStep> Steps, IReadOnlyList<FeedbackCase> Alike)
{
    private const int MostRecords = 6;

    /// <summary>Numbers of the person at the sessions that gave the stored doses, by dose.</summary>
    public IReadOnlyDictionary<long, int> Places { get; init; } = new Dictionary<long, int>();

    /// <summary>Gathers it.</summary>
    /// <param name="db">The house's database.</param>
    /// <param name="together">Finds cases of the same person.</param>
    /// <param name="one">The case.</param>
    /// <param name="chosen">The record that the reviewer chose, or <see cref="AcceptForm.NewRecord"/>; the nearest where none is.</param>
    /// <param name="me">Who.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<CaseShown> Of(PlatformDb db, AnswerTogether together, FeedbackCase one, string? chosen, SignedIn me, CancellationToken stop)
    {
        var declared = await db.Set<ReportedDose>().AsNoTracking().Where(dose => dose.CaseId == one.Id).OrderBy(dose => dose.Nth).ToListAsync(stop);
        var records = await RecordsOf(db, one, me, stop);
        var record = chosen switch
        {
            AcceptForm.NewRecord => null,
            null => records.FirstOrDefault(found => found.Record.Id == one.RecordId) ?? (records is [var only] ? only : null),
            _ => records.FirstOrDefault(found => found.Record.Ref.Equals(chosen, StringComparison.Ordinal)),
        };
        var stored = record is null ? [] : await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == record.Record.Id)
            .OrderBy(dose => dose.GivenOn).ThenBy(dose => dose.Id).ToListAsync(stop);
        var steps = await db.Set<CaseStep>().AsNoTracking().Where(step => step.CaseId == one.Id).OrderBy(step => step.Id).ToListAsync(stop);
        var alike = one.IsOwed ? await together.Alike(one).AsNoTracking().OrderBy(other => other.Id).ToListAsync(stop) : [];
        var decision = record is not { IsOurs: true } ? null : await db.Set<RecordDecision>().AsNoTracking()
            .Where(made => made.RecordId == record.Record.Id && made.Version == record.Record.Version && made.State == DecisionState.Open)
            .OrderByDescending(made => made.Id).FirstOrDefaultAsync(stop);
        var plan = CasePlan.Of(one, record?.Record, declared, stored);
        if (decision is { Kind: DecisionKind.Released }) plan = plan with { Person = decision.Over(record!.Record.Written) };
        return new CaseShown(one, declared, records, record, decision, stored, plan, steps, alike) { Places = await SessionWay.PlacesOf(db, stored, stop) };
    }

    // Of another unit's record no more is told than that it is there and who keeps it.
    private static async Task<IReadOnlyList<CaseRecord>> RecordsOf(PlatformDb db, FeedbackCase one, SignedIn me, CancellationToken stop)
    {
        var read = CheckReport.ReadCase(one, Shown.Day(one.At));
        var (known, digits, name, born) = (one.RecordId, read.Digits, read.NameText.Search, (int)read.Born.Packed);
        var all = db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.JoinedIntoId == null);
        var found = new List<VaccinationRecord>();
        if (known is not null) found.AddRange(await all.Where(record => record.Id == known).ToListAsync(stop));
        if (digits.Length > 0) found.AddRange(await all.Where(record => record.Digits == digits).Take(MostRecords).ToListAsync(stop));
        if (born != 0 && name.Length > 0) found.AddRange(await all.Where(record => record.BornOn == born && record.NameSearch == name).Take(MostRecords).ToListAsync(stop));
        var mine = await RecordsAccess.UnitsOf(db, me, stop);
        var ids = found.Select(record => record.UnitId).Distinct().ToArray();
        var units = await db.Units.Where(unit => EF.Parameter(ids).Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        return [.. found.DistinctBy(record => record.Id).Take(MostRecords)
            .Select(record => new CaseRecord(record, units.GetValueOrDefault(record.UnitId, ""), mine.Contains(record.UnitId)))];
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(CaseShown);
}
