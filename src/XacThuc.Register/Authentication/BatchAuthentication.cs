using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Cases.Open;
using XacThuc.Register.Population.Index;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication;

/// <summary>Authenticates a batch of a bulk run on all cores, in the transaction of the database at hand.</summary>
internal sealed class BatchAuthentication(RegisterIndex index, BatchTries tries, OpenCases cases, TimeProvider time)
{
    // Below this a second thread costs more than it brings.
    private const int RowsOfAThread = 500;

    public async Task<BatchVerdicts> Run(RegisterDb db, Actor by, AuthenticateBatch batch, CancellationToken stop)
    {
        var at = time.GetUtcNow();
        var rows = batch.Rows;
        var compared = await Compare(rows, stop);
        var stopped = await tries.Count(db, new Act(by, at, "", ""), batch, compared, stop);

        var wrong = new Dictionary<string, WrongRow>(StringComparer.Ordinal);
        var right = new HashSet<string>(StringComparer.Ordinal);
        var verdicts = new RowVerdict[rows.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (stopped.TryGetValue(i, out var kind))
            {
                // Its case stays as it was: what was not answered is not known either when it is asked again.
                verdicts[i] = ContractVerdict.Stopped(rows[i], GuessingRules.Of(kind).Code);
                continue;
            }

            verdicts[i] = ContractVerdict.ForHealth(rows[i], compared[i]);
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
}
