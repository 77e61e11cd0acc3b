using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>Asks the other house about batches, and waits for it as long as it takes.</summary>
internal sealed class AskPartner(BorderClient border, IDbContextFactory<PlatformDb> databases, TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>The next records of a run after a key and what the other house says of them; none at the end.</summary>
    public async Task<Result<AnsweredBatch?>> Next(
        AuthenticationRun run, RunInput input, string unitCode, long after, CancellationToken stop)
    {
        IReadOnlyList<SentRecord> sent;
        await using (var db = await databases.CreateDbContextAsync(stop))
            sent = await SentRecord.Next(db, input, after, run.UpTo, stop);
        if (sent.Count == 0) return (AnsweredBatch?)null;

        var rows = sent.Select(record => record.Row).ToArray();
        var message = new AuthenticateBatch($"run:{run.Id}", unitCode, rows);
        var id = BatchId.Of(run.Id, rows);
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var answer = await border.Ask<AuthenticateBatch, BatchVerdicts>(message, id, stop);
            var result = answer.Match<Result<AnsweredBatch?>?>(
                verdicts => AnsweredBatch.Of(run.Id, sent, verdicts, time.GetUtcNow()) is { } answered
                    ? answered
                    : RunRefusals.NoAnswerToThis,
                (code, sentence) => Refusal.Conflicting(code, sentence.Vi, sentence.En),
                _ => null);
            if (result is not null)
            {
                if (run.WaitingSince is not null) await Note(run, null, stop);
                return result;
            }

            if (run.WaitingSince is null) await Note(run, time.GetUtcNow(), stop);
            await Task.Delay(wait, time, stop);
        }
    }

    private async Task Note(AuthenticationRun run, DateTimeOffset? since, CancellationToken stop)
    {
        run.WaitingSince = since;
        await using var db = await databases.CreateDbContextAsync(stop);
        await db.Set<AuthenticationRun>().Where(row => row.Id == run.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.WaitingSince, since), stop);
    }
}
