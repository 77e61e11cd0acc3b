using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Feedback.Inbox;
using XacThuc.Platform.Feedback.Review;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Bulk;

/// <summary>A case among those that may be answered together.</summary>
/// <param name="Case">The case.</param>
/// <param name="Record">The record it is surely about, within reach; none where a person must look.</param>
/// <param name="IsRight">Whether the record says already what was declared.</param>
/// <param name="Photos">How many photos came with it.</param>
internal sealed record BulkCase(FeedbackCase Case, VaccinationRecord? Record, bool IsRight, int Photos)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(BulkCase);
}

/// <summary>What came of an answer to many.</summary>
internal sealed record BulkDone(int Answered, IReadOnlyList<(string Code, string Why)> Left);

/// <summary>
/// Answers cases that are equal at once, after they were shown: refused for one reason with one letter, or told that their data
/// are right already. Data are changed one by one, never here.
/// </summary>
internal sealed class BulkAnswer(PlatformDb db, AnswerCase answer, AcceptCase accept)
{
    /// <summary>So many are shown and answered at once.</summary>
    public const int Most = 200;

    /// <summary>Cases of a filter, the next to be late first, with what stands beside them.</summary>
    public async Task<IReadOnlyList<BulkCase>> Of(FeedbackFilter filter, SignedIn me, CancellationToken stop)
    {
        var cases = await (filter with { Which = null }).Of(db, me).AsNoTracking().OrderBy(one => one.DueAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        return await Beside(cases, me, stop);
    }

    /// <summary>Refuses those chosen.</summary>
    public Task<BulkDone> Refuse(IReadOnlyList<(long Id, int Version)> chosen, RefusalReason? reason, string? letter, SignedIn me, CancellationToken stop) =>
        Each(chosen, one => answer.Refuse(one.Id, one.Version, reason, letter, [], me, stop), stop);

    /// <summary>Tells those chosen that their data are right already; whoever's are not is left.</summary>
    public async Task<BulkDone> SayRight(IReadOnlyList<(long Id, int Version)> chosen, string? letter, SignedIn me, CancellationToken stop)
    {
        var ids = chosen.Select(one => one.Id).ToArray();
        var cases = await Beside(await db.CasesOf(me).AsNoTracking().Where(one => EF.Parameter(ids).Contains(one.Id)).ToListAsync(stop), me, stop);
        var right = cases.Where(one => one is { IsRight: true, Record: not null }).ToDictionary(one => one.Case.Id, one => one.Record!);
        return await Each(chosen, async one => right.TryGetValue(one.Id, out var record)
            ? await accept.Run(one.Id, FormOf(one.Version, record, letter), me, stop)
            : FeedbackRefusals.NotRight, stop);
    }

    private async Task<BulkDone> Each(IReadOnlyList<(long Id, int Version)> chosen, Func<(long Id, int Version), Task<Result<FeedbackCase>>> run, CancellationToken stop)
    {
        var (done, left) = (0, new List<(string, string)>());
        foreach (var one in chosen.Take(Most))
        {
            db.ChangeTracker.Clear();
            var made = await run(one);
            if (made.Refusal is not { } refusal) done++;
            else left.Add((await db.Set<FeedbackCase>().Where(other => other.Id == one.Id).Select(other => other.FollowCode).FirstOrDefaultAsync(stop) ?? "", refusal.Sentence.ToString()));
        }

        return new BulkDone(done, left);
    }

    private async Task<IReadOnlyList<BulkCase>> Beside(List<FeedbackCase> cases, SignedIn me, CancellationToken stop)
    {
        var (ids, mine) = (cases.Select(one => one.Id).ToArray(), await RecordsAccess.UnitsOf(db, me, stop));
        var known = cases.Select(one => one.RecordId).OfType<long>().Distinct().ToArray();
        var records = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => EF.Parameter(known).Contains(record.Id) && mine.Contains(record.UnitId)).ToDictionaryAsync(record => record.Id, stop);
        var stored = (await db.Set<Dose>().AsNoTracking().Where(dose => EF.Parameter(known).Contains(dose.RecordId)).ToListAsync(stop)).ToLookup(dose => dose.RecordId);
        var declared = (await db.Set<ReportedDose>().AsNoTracking().Where(dose => EF.Parameter(ids).Contains(dose.CaseId)).OrderBy(dose => dose.Nth).ToListAsync(stop)).ToLookup(dose => dose.CaseId);
        var photos = await db.Set<Photos.FeedbackPhoto>().Where(photo => EF.Parameter(ids).Contains(photo.CaseId)).GroupBy(photo => photo.CaseId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        return
        [
            .. cases.Select(one =>
            {
                var record = one.RecordId is { } id ? records.GetValueOrDefault(id) : null;
                var isRight = record is not null && IsRight(CasePlan.Of(one, record, [.. declared[one.Id]], [.. stored[record.Id]]), one, record);
                return new BulkCase(one, record, isRight, photos.GetValueOrDefault(one.Id));
            }),
        ];
    }

    private static bool IsRight(CasePlan plan, FeedbackCase one, VaccinationRecord record) =>
        plan.Doses.All(dose => dose.Deed == DoseDeed.Keep) && plan.Person with { CommuneCode = "" } == record.Written with { CommuneCode = "" }
        && one.Kind is not (FeedbackKind.Other or FeedbackKind.WrongPhone or FeedbackKind.Certificate or FeedbackKind.NotVaccinated);

    private static AcceptForm FormOf(int version, VaccinationRecord record, string? letter) => new()
    {
        Version = version,
        Record = record.Ref,
        RecordVersion = record.Version,
        Name = record.FullName,
        Sex = record.Sex,
        Date = record.DateOfBirth,
        Number = record.IdNumber,
        Letter = letter,
    };
}
