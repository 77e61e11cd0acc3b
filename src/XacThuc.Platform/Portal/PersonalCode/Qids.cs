using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.PersonalCode;

/// <summary>Gives records their QID, and finds whose one is.</summary>
internal sealed class Qids(PlatformDb db, TimeProvider time)
{
    // Records are joined in chains of a few; a ring would be a fault.
    private const int MostJoins = 20;
    private const int Random = 100_000;

    /// <summary>The QID of a record, given now where it has none; of one that others were joined into the first of them.</summary>
    public async Task<string> Of(VaccinationRecord record, Actor by, CancellationToken stop)
    {
        while (true)
        {
            if ((await AllOf(record, stop)) is [var first, ..]) return first;
            var now = time.GetUtcNow();
            db.Add(new PersonalQid
            {
                Qid = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds():0000000000000}{RandomNumberGenerator.GetInt32(Random):00000}"),
                RecordId = record.Id,
                GivenAt = now,
            });

            // Asked for twice at once it is given once; the same digits are given to one alone.
            await db.SaveFirst(new Act(by, now, "record.qid", $"record:{record.Ref}"), stop);
        }
    }

    /// <summary>All QIDs that lead to a record: its own, and those of records joined into it.</summary>
    public async Task<IReadOnlyList<string>> AllOf(VaccinationRecord record, CancellationToken stop)
    {
        var ids = await JoinedInto(record.Id, stop);
        var own = record.Id;
        return await db.Set<PersonalQid>().AsNoTracking().Where(qid => EF.Parameter(ids).Contains(qid.RecordId))
            .OrderByDescending(qid => qid.RecordId == own).ThenBy(qid => qid.Id).Select(qid => qid.Qid).ToListAsync(stop);
    }

    /// <summary>The record that a QID leads to; none where it was never given here.</summary>
    public async Task<VaccinationRecord?> Find(string qid, CancellationToken stop)
    {
        var record = await db.Set<PersonalQid>().AsNoTracking().Where(one => one.Qid == qid)
            .Join(db.Set<VaccinationRecord>().AsNoTracking(), one => one.RecordId, record => record.Id, (_, record) => record).FirstOrDefaultAsync(stop);
        for (var joins = 0; record?.JoinedIntoId is { } into && joins < MostJoins; joins++)
            record = await db.Set<VaccinationRecord>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == into, stop);
        return record?.JoinedIntoId is null ? record : null;
    }

    private async Task<long[]> JoinedInto(long id, CancellationToken stop)
    {
        List<long> all = [id];
        for (var last = all.ToArray(); last.Length > 0 && all.Count < MostJoins;)
        {
            last = await db.Set<VaccinationRecord>().Where(record => record.JoinedIntoId != null && EF.Parameter(last).Contains(record.JoinedIntoId.Value)).Select(record => record.Id).ToArrayAsync(stop);
            all.AddRange(last);
        }

        return [.. all];
    }
}
