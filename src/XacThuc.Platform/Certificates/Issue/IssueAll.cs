using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Certificates.Issue;

/// <summary>
/// Issues to everybody of a place and below who is entitled and has none that says what is so. Batches are saved with how far they came: after a crash
/// it goes on, and nobody gets two.
/// </summary>
internal sealed class IssueAll(PlatformDb db, WriteCertificate write, TimeProvider time) : IJobWork
{
    // Enough for all cores to sign for a while, and little to lose.
    private const int BatchSize = 4000;

    public static string Kind => "certificates.issue";

    private static BulkTable<IssuedCertificate> Many { get; } = new(CertificatesTables.Issued,
        new("Uvci", NpgsqlDbType.Text, c => c.Uvci), new("RecordId", NpgsqlDbType.Bigint, c => c.RecordId), new("RecordVersion", NpgsqlDbType.Integer, c => c.RecordVersion), new("UnitId", NpgsqlDbType.Bigint, c => c.UnitId),
        new("Disease", NpgsqlDbType.Text, c => c.Disease), new("Text", NpgsqlDbType.Text, c => c.Text), new("Basis", NpgsqlDbType.Bytea, c => c.Basis),
        new("Dose", NpgsqlDbType.Integer, c => c.Dose), new("Doses", NpgsqlDbType.Integer, c => c.Doses), new("KeyId", NpgsqlDbType.Text, c => c.KeyId),
        new("IssuedAt", NpgsqlDbType.TimestampTz, c => c.IssuedAt), new("ExpiresAt", NpgsqlDbType.TimestampTz, c => c.ExpiresAt), new("State", NpgsqlDbType.Integer, c => (int)c.State));

    public async Task<Result<string>> Run(JobRun job, CancellationToken stop)
    {
        var path = await db.Units.Where(unit => unit.Id == job.UnitId).Select(unit => unit.Path).FirstAsync(stop);
        var units = await db.Units.Where(unit => unit.Path.StartsWith(path)).Select(unit => unit.Id).ToArrayAsync(stop);
        var records = db.Set<VaccinationRecord>().Where(record => EF.Parameter(units).Contains(record.UnitId));
        var last = await records.MaxAsync(record => (long?)record.Id, stop) ?? 0;
        var total = await records.LongCountAsync(stop);
        var checkpoint = job.Checkpoint<Checkpoint>() ?? new Checkpoint(0, 0, IssueCounts.None);
        while (true)
        {
            var after = checkpoint.LastId;
            var batch = await Basis.Of(db, records.Where(record => record.Id > after && record.Id <= last).OrderBy(record => record.Id).Take(BatchSize), stop);
            if (batch.Count == 0) break;
            if (!(await Issue(job, batch, checkpoint, total, stop)).TryGet(out var done, out var refusal)) return refusal;
            checkpoint = done;
        }

        await db.Save(job.NewAct("certificate.issue_all", $"job:{job.Id}"), stop);
        return "/certificates";
    }

    private async Task<Result<Checkpoint>> Issue(JobRun job, List<Basis> batch, Checkpoint before, long total, CancellationToken stop)
    {
        var (due, counts) = await Due(batch, before.Counts, stop);
        if (!write.All(due).TryGet(out var issued, out var refusal)) return refusal;
        var done = new Checkpoint(batch[^1].RecordId, before.Seen + batch.Count, counts with { Issued = counts.Issued + issued.Length });
        var now = time.GetUtcNow();
        var ids = due.Select(one => one.Basis.RecordId).ToArray();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (ids.Length > 0)
                await db.Set<IssuedCertificate>().Where(one => EF.Parameter(ids).Contains(one.RecordId) && one.State == CertificateState.Valid)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, CertificateState.Replaced).SetProperty(one => one.EndedAt, now), stop);
            await Many.Insert(db.RawWay(), issued, stop);
            await job.Save(db, done.Seen, total, done, done.Counts.ByName, stop);
            await transaction.CommitAsync(stop);
            return done;
        }
        catch (Exception twice) when (HouseDb.IsTwice(twice))
        {
            // One of them asked for it on the portal the same moment: the batch is looked at again.
            return before;
        }
    }

    private async Task<(List<Entitled> Due, IssueCounts Counts)> Due(List<Basis> batch, IssueCounts counts, CancellationToken stop)
    {
        var soon = time.GetUtcNow() + IssueOne.Renewed;
        var (first, last) = (batch[0].RecordId, batch[^1].RecordId);
        var standing = await db.Set<IssuedCertificate>().AsNoTracking().Where(one => one.RecordId >= first && one.RecordId <= last && one.State == CertificateState.Valid && one.ExpiresAt > soon)
            .Select(one => new { one.RecordId, one.Disease, one.Basis }).ToListAsync(stop);
        var good = standing.ToDictionary(one => (one.RecordId, one.Disease), one => one.Basis);
        var due = new List<Entitled>(batch.Count);
        foreach (var basis in batch)
        {
            if (IssueOne.Find(basis, out var why) is not { } entitled) counts = counts.With(why);
            else if (good.TryGetValue((basis.RecordId, entitled.Disease), out var known) && known.AsSpan().SequenceEqual(entitled.Hash)) counts = counts with { Standing = counts.Standing + 1 };
            else due.Add(entitled);
        }

        return (due, counts);
    }

    private sealed record Checkpoint(long LastId, long Seen, IssueCounts Counts);
}
