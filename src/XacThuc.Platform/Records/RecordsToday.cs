using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Platform.Records.Wrong;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Records;

/// <summary>What waits for a health unit: decisions of the police, wrong records, rows to fix.</summary>
internal sealed class RecordsToday(PlatformDb db, WrongRecords wrong) : ITodayLines
{
    private const long MostCounted = 500_000;

    public async Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop)
    {
        if (RecordsAccess.RightOf(me.Role) != RecordsRight.Write) return [];
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var open = db.Set<RecordDecision>().Where(decision => units.Contains(decision.UnitId) && decision.State == DecisionState.Open);
        var released = await open.Where(decision => decision.Kind == DecisionKind.Released).Select(decision => decision.CameAt).ToListAsync(stop);
        var list = await wrong.Of(new WrongFilter(), me, stop);
        var first = await list.OrderBy(record => record.Id).Select(record => new { record.Ref, record.AddedAt }).FirstOrDefaultAsync(stop);
        var rows = await db.Set<ImportRow>().Where(row => row.State == ImportRowState.Waiting)
            .Join(db.Set<ImportedFile>().Where(file => units.Contains(file.UnitId)), row => row.ImportId, file => file.Id, (row, file) => file.Id)
            .GroupBy(id => id).Select(group => new { Id = group.Key, Count = group.LongCount() }).ToListAsync(stop);
        var slips = await open.Where(decision => decision.Kind == DecisionKind.AskPerson || decision.Kind == DecisionKind.NotFound)
            .Join(db.Set<VaccinationRecord>(), decision => decision.RecordId, record => record.Id, (decision, record) => new { decision, record })
            .CountAsync(pair => pair.record.Version == pair.decision.Version, stop);
        return
        [
            new(released.Count, Speech.Say("hồ sơ công an đã xác định nội dung đúng", "records the police have settled"), "/records/released")
            {
                Oldest = released.Count > 0 ? released.Min() : null,
                Do = Speech.Say("xem và nhận", "look and take over"),
            },
            new(slips, Speech.Say("người công an mời mang giấy tờ đến trạm", "people whom the police ask to bring papers"), "/records/slips")
            {
                Do = Speech.Say("in phiếu mời", "print slips"),
            },
            new(
                await WrongRecords.Count(list, stop), Speech.Say("hồ sơ chưa đúng của đơn vị", "records of your unit that are not right"),
                first is null ? "/records/wrong" : $"/records/{first.Ref}/correct") { Oldest = first?.AddedAt },
            .. rows.Select(row => new TodayLine(
                row.Count, Speech.Say("dòng của tệp đã nhập chờ sửa", "rows of an imported file to be fixed"), $"/records/import/{row.Id}")),
        ];
    }

    public async Task<IReadOnlyList<TodayShares>> Figures(SignedIn me, CancellationToken stop)
    {
        if (RecordsAccess.RightOf(me.Role) < RecordsRight.Figures) return [];
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var last = await db.Set<VaccinationRecord>().MaxAsync(record => (long?)record.Id, stop) ?? 0;
        var counts = last <= MostCounted ? await Now(units, stop) : await LastRuns(units, stop);
        long Of(params ReadOnlySpan<RecordStatus?> statuses)
        {
            var sum = 0L;
            foreach (var (status, count) in counts)
                if (statuses.Contains(status)) sum += count;
            return sum;
        }

        return counts.Count == 0
            ? []
            :
            [
                new TodayShares(
                    Speech.Say("Hồ sơ của đơn vị", "Records of your unit"),
                    [
                        new(Tone.Right, Speech.Say("đúng", "right"), Of(RecordStatus.Matched)),
                        new(Tone.Wrong, Speech.Say("sai", "wrong"), Of(RecordStatus.Mismatched)),
                        new(Tone.Invalid, Speech.Say("chưa so được", "not comparable"), Of(RecordStatus.Unauthenticated, RecordStatus.Invalid)),
                        new(Tone.Waiting, Speech.Say("chờ xác thực", "to be authenticated"), Of((RecordStatus?)null)),
                    ],
                    "/authentication"),
            ];
    }

    private async Task<List<(RecordStatus? Status, long Count)>> Now(long[] units, CancellationToken stop)
    {
        var counts = await db.Set<VaccinationRecord>().Where(record => units.Contains(record.UnitId)).GroupBy(record => record.Status)
            .Select(group => new { Status = group.Key, Count = group.LongCount() }).ToListAsync(stop);
        return counts.ConvertAll(count => (count.Status, count.Count));
    }

    // Where there are too many to count for every visit: as the last run of each unit left them.
    private async Task<List<(RecordStatus? Status, long Count)>> LastRuns(long[] units, CancellationToken stop)
    {
        var figures = db.Set<RunFigure>().AsNoTracking().Where(figure => units.Contains(figure.UnitId));
        var runs = await figures.GroupBy(figure => figure.UnitId)
            .Select(group => new { Unit = group.Key, Run = group.Max(figure => figure.RunId) }).ToListAsync(stop);
        var ids = runs.Select(run => run.Run).Distinct().ToArray();
        var all = await figures.Where(figure => ids.Contains(figure.RunId)).ToListAsync(stop);
        return all.Where(figure => runs.Exists(run => run.Unit == figure.UnitId && run.Run == figure.RunId))
            .Select(figure => ((RecordStatus?)new Outcome(figure.Outcome).Status, figure.Records)).ToList();
    }
}
