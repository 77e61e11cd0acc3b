using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Cases;
using XacThuc.Register.Cases.Open;
using XacThuc.Register.Population.Index;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication;

/// <summary>Authenticates a batch of a bulk run on all cores, in the transaction of the database at hand.</summary>
internal sealed class BatchAuthentication(RegisterIndex index, GuessingLimits limits, GuessingReports reports, OpenCases cases, TimeProvider time)
{
    // Below this a second thread costs more than it brings.
    private const int RowsOfAThread = 500;

    public async Task<BatchVerdicts> Run(RegisterDb db, Actor by, AuthenticateBatch batch, CancellationToken stop)
    {
        var at = time.GetUtcNow();
        var rows = batch.Rows;
        var compared = await Compare(rows, stop);
        var stopped = await CountTries(db, by, at, batch, compared, stop);

        var wrong = new Dictionary<string, WrongRow>(StringComparer.Ordinal);
        var right = new HashSet<string>(StringComparer.Ordinal);
        var verdicts = new RowVerdict[rows.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = stopped.TryGetValue(i, out var kind)
                ? ContractVerdict.Stopped(rows[i], GuessingRules.Of(kind).Code)
                : ContractVerdict.ForHealth(rows[i], compared[i]);
            if (compared[i].Status == RecordStatus.Matched) right.Add(rows[i].Ref);
            else wrong[rows[i].Ref] = new WrongRow(rows[i], compared[i]);
        }

        right.ExceptWith(wrong.Keys);
        await cases.Open(db, batch.UnitCode, batch.Run, [.. wrong.Values], stop);
        await cases.Close(db, [.. right], stop);
        await db.Save(
            new Act(by, at, "records.authenticate", $"run:{batch.Run}", $"records {rows.Count}, matched {right.Count}, stopped {stopped.Count}"), stop);
        return new BatchVerdicts(verdicts);
    }

    private async Task<Comparison[]> Compare(IReadOnlyList<WrittenRow> rows, CancellationToken stop)
    {
        var compared = new Comparison[rows.Count];
        var parts = Math.Clamp(rows.Count / RowsOfAThread, 1, Environment.ProcessorCount);
        var leases = new RegisterLease[parts];
        for (var i = 0; i < parts; i++) leases[i] = await index.Rent(stop);
        try
        {
            Parallel.For(0, parts, part =>
            {
                var authenticator = leases[part].Authenticator;
                var end = (int)((long)rows.Count * (part + 1) / parts);
                for (var i = (int)((long)rows.Count * part / parts); i < end; i++)
                {
                    var row = rows[i];
                    compared[i] = authenticator.Authenticate(
                        new WrittenRecord(row.FullName, row.Sex, row.DateOfBirth, row.IdNumber, row.CommuneCode));
                }
            });
        }
        finally
        {
            foreach (var lease in leases) lease.Dispose();
        }

        return compared;
    }

    // A run over unchanged records tells nothing new: only wrong values that this record did not have before are tries.
    private async Task<Dictionary<int, GuessingKind>> CountTries(
        RegisterDb db, Actor by, DateTimeOffset at, AuthenticateBatch batch, Comparison[] compared, CancellationToken stop)
    {
        var wrong = Enumerable.Range(0, compared.Length).Where(i => RecordAuthentication.TellsSomething(compared[i])).ToList();
        var known = await KnownValues(db, [.. wrong.Select(i => batch.Rows[i].Ref)], stop);
        var (tries, stopped) = (new List<GuessingTry>(), new Dictionary<int, GuessingKind>());
        foreach (var i in wrong)
        {
            var subject = GuessingSubject.Of(batch.UnitCode, "", batch.Rows[i]);
            if (known.TryGetValue(subject.Ref, out var values) && values == subject.ValuesKey) continue;
            if (limits.StopOf(subject, at) is { } kind)
            {
                stopped[i] = kind;
                await reports.Report(db, kind, subject, new Act(by, at, "", ""), stop);
            }
            else if (limits.Count(subject, at) is { } tried)
            {
                tries.Add(tried);
            }
        }

        await GuessingTables.Tries.Write(db.Database.GetDbConnection(), Transaction(db), tries, stop);
        return stopped;
    }

    private static async Task<Dictionary<string, long>> KnownValues(RegisterDb db, List<string> refs, CancellationToken stop) =>
        refs.Count == 0
            ? []
            : await db.Set<Case>().AsNoTracking().Where(c => refs.Contains(c.Ref)).Select(c => new { c.Ref, c.ValuesKey })
                .ToDictionaryAsync(c => c.Ref, c => c.ValuesKey, StringComparer.Ordinal, stop);

    private static System.Data.Common.DbTransaction? Transaction(RegisterDb db) => db.Database.CurrentTransaction is { } all
        ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(all)
        : null;
}
