using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Wrong;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;
using XacThuc.Web.Shell.Today;

namespace XacThuc.Platform.Records;

/// <summary>What waits for a health unit: decisions of the police, wrong records, rows to fix.</summary>
internal sealed class RecordsToday(PlatformDb db, WrongRecords wrong) : ITodayLines
{
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
        return
        [
            new(released.Count, Speech.Say("hồ sơ công an đã xác định nội dung đúng", "records the police have settled"), "/records/released")
            {
                Oldest = released.Count > 0 ? released.Min() : null,
                Do = Speech.Say("xem và nhận", "look and take over"),
            },
            new(
                await list.LongCountAsync(stop), Speech.Say("hồ sơ chưa đúng của đơn vị", "records of your unit that are not right"),
                first is null ? "/records/wrong" : $"/records/{first.Ref}/correct") { Oldest = first?.AddedAt },
            .. rows.Select(row => new TodayLine(
                row.Count, Speech.Say("dòng của tệp đã nhập chờ sửa", "rows of an imported file to be fixed"), $"/records/import/{row.Id}")),
        ];
    }

    public async Task<IReadOnlyList<TodayShares>> Figures(SignedIn me, CancellationToken stop)
    {
        if (RecordsAccess.RightOf(me.Role) < RecordsRight.Figures) return [];
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var counts = await db.Set<VaccinationRecord>().Where(record => units.Contains(record.UnitId)).GroupBy(record => record.Status)
            .Select(group => new { Status = group.Key, Count = group.LongCount() }).ToListAsync(stop);
        long Of(params ReadOnlySpan<RecordStatus?> statuses)
        {
            var sum = 0L;
            foreach (var count in counts)
                if (statuses.Contains(count.Status)) sum += count.Count;
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
}
