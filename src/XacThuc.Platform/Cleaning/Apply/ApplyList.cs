using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Authentication.Run;
using XacThuc.Platform.Records;
using XacThuc.Platform.Signed;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Cleaning.Apply;

/// <summary>What the job is asked.</summary>
internal sealed record ApplyInput(long ListId);

/// <summary>
/// Applies a signed list, some hundred rows at a time, each batch in one transaction with how far it came; then has its
/// records authenticated again. The signature is checked once more, and values are read from what was signed alone.
/// </summary>
internal sealed class ApplyList(PlatformDb db, CheckSigned check, JobDesk desk, TimeProvider time) : IJobWork
{
    private const int Batch = 200;

    public static string Kind => "cleaning.apply";

    public async Task<Result<string>> Run(JobRun run, CancellationToken stop)
    {
        var id = run.Input<ApplyInput>().ListId;
        var list = await db.Set<CleaningList>().AsNoTracking().FirstAsync(list => list.Id == id, stop);
        var sent = await db.Set<CleaningRow>().AsNoTracking().Where(row => row.ListId == id && row.Verdict != null).ToListAsync(stop);
        if (!check.Run(list.ToSent(sent), list.Content, list.Signature).TryGet(out var signed, out var refusal)) return refusal;

        var done = run.Checkpoint<Done>() ?? new Done(0, 0, 0, 0);
        while (signed.Lines.Skip(done.Lines).Take(Batch).ToList() is { Count: > 0 } lines)
        {
            await using var all = await db.Database.BeginTransactionAsync(stop);
            done = await Apply(list, lines, done, run, stop);
            await run.Save(db, done.Lines, signed.Lines.Count, done, done.Counts, stop);
            await all.CommitAsync(stop);
            db.ChangeTracker.Clear();
        }

        await End(id, signed, run, stop);
        return $"/cleaning/{id}";
    }

    private async Task<Done> Apply(CleaningList list, List<SignedLine> lines, Done done, JobRun run, CancellationToken stop)
    {
        var numbers = lines.ConvertAll(line => line.Number);
        var rows = await db.Set<CleaningRow>().Where(row => row.ListId == list.Id && numbers.Contains(row.Number))
            .ToDictionaryAsync(row => row.Number, stop);
        var ids = rows.Values.Select(row => row.RecordId).ToList();
        var records = await db.Set<VaccinationRecord>().Where(record => ids.Contains(record.Id)).ToDictionaryAsync(record => record.Id, stop);
        var reason = $"{list.Code}: {list.SignerUnit}, {Shown.Moment(list.SignedAt)}";
        foreach (var line in lines)
        {
            var row = rows[line.Number];
            if (row.State == RowState.Waiting) row.State = Change(records.GetValueOrDefault(row.RecordId), line, reason, run);
            CleaningSlips.Add(db, list, row, line, time.GetUtcNow());
            done = done.With(row.State);
        }

        await db.Save(run.NewAct("cleaning.batch", $"cleaning:{list.Code}", $"{done.Lines}"), stop);
        return done;
    }

    // The same way in which every correction goes: the version that ends is kept with who, when and why.
    private RowState Change(VaccinationRecord? record, SignedLine line, string reason, JobRun run)
    {
        if (record is null || record.Version != line.Version) return RowState.Skipped;
        var before = record.Written;
        var written = new WrittenRecord(
            line.FullName ?? before.FullName, line.Sex ?? before.Sex, line.DateOfBirth ?? before.DateOfBirth,
            line.IdNumber ?? before.IdNumber, before.CommuneCode);
        if (written == before) return RowState.Unchanged;
        var act = run.NewAct("record.clean", $"record:{record.Ref}", reason);
        db.Add(record.Change(written, ReadFields.Of(written, new FieldReading(Shown.Day(act.At))), ChangeKind.Cleaned, act));
        db.Note(act);
        return RowState.Applied;
    }

    // Once, whatever was killed before: the run has the list's key, and the list is moved with it.
    private async Task End(long id, SignedList signed, JobRun run, CancellationToken stop)
    {
        var list = await db.Set<CleaningList>().FirstAsync(list => list.Id == id, stop);
        if (list.State == ListState.Applied) return;
        var refs = await db.Set<CleaningRow>().Where(row => row.ListId == id && (row.State == RowState.Applied || row.State == RowState.Unchanged))
            .Select(row => row.Ref).ToArrayAsync(stop);
        if (refs.Length > 0)
        {
            var job = await desk.Ask<AuthenticateRun>(
                new RunInput([list.UnitId], RunScope.Named, refs), list.UnitId, $"cleaning:{list.Code}",
                run.NewAct("run.ask", $"cleaning:{list.Code}"), stop);
            list.RunId = job.Id;
        }

        await using var all = await db.Database.BeginTransactionAsync(stop);
        list.AppliedAt = time.GetUtcNow();
        list.MoveTo(ListState.Applied);
        await db.Save(run.NewAct(Kind, $"cleaning:{list.Code}", ListDigest.OfContent(list.Content)), stop);
        await db.Set<ListedRecord>().Where(listed => listed.ListId == id).ExecuteDeleteAsync(stop);
        await all.CommitAsync(stop);
    }

    private sealed record Done(int Lines, long Changed, long Unchanged, long Skipped)
    {
        public Dictionary<string, long> Counts => new(StringComparer.Ordinal)
        {
            ["rows"] = Lines,
            ["changed"] = Changed,
            ["unchanged"] = Unchanged,
            ["skipped"] = Skipped,
        };

        public Done With(RowState state) => state switch
        {
            RowState.Applied => this with { Lines = Lines + 1, Changed = Changed + 1 },
            RowState.Waiting or RowState.Unchanged => this with { Lines = Lines + 1, Unchanged = Unchanged + 1 },
            RowState.Skipped => this with { Lines = Lines + 1, Skipped = Skipped + 1 },
        };
    }
}
