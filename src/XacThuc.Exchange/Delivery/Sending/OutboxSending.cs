using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>
/// Delivers what waits. Of one subject, the next message goes only after the one before was answered. While the other
/// house is away, one message knocks; the others wait without being written to.
/// </summary>
internal sealed partial class OutboxSending(
    BorderDatabase database, Courier courier, BorderSettings settings, OutboxBell bell, IEnumerable<AnswerRoute> routes, TimeProvider time,
    ILogger<OutboxSending> log)
    : BackgroundService
{
    private const int Round = 64;
    private const int AtOnce = 8;

    // Nothing is put off for so long: what is due later than this was written by a clock that has been put right since.
    private static readonly TimeSpan NeverDueLater = TimeSpan.FromMinutes(30);

    // Longer than any answer may take: what is claimed by a process that was killed is free again after this.
    private TimeSpan Lease => settings.AnswerTimeout + TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var awayRounds = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (delivered, isAway) = await SendRound(awayRounds > 0 ? 1 : Round, stoppingToken);
                awayRounds = isAway ? awayRounds + 1 : 0;
                if (delivered == 0 || isAway) await bell.Wait(BackOff.UntilNextRound(awayRounds), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that went away comes back; messages wait for it.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotReach(away);
                await Task.Delay(TimeSpan.FromSeconds(2), time, stoppingToken);
            }
        }
    }

    private async Task<(int Delivered, bool IsAway)> SendRound(int most, CancellationToken stop)
    {
        var due = await Claim(most, stop);
        var (delivered, away) = (0, 0);
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (message, stop) =>
            {
                if (Volatile.Read(ref away) > 0) await Release(message, stop);
                else if (await Deliver(message, stop)) Interlocked.Increment(ref delivered);
                else if (message.IsAway) Interlocked.Increment(ref away);
            });
        return (delivered, away > 0);
    }

    // The first of each subject that is due; claimed, so that no other process of this house sends it too.
    private async Task<List<DueMessage>> Claim(int most, CancellationToken stop)
    {
        await using var scope = database.NewScope();
        var db = database.Of(scope.ServiceProvider);
        var now = time.GetUtcNow();
        var never = now + NeverDueLater;
        var all = db.Set<KeptMessage>();
        var due = await all.AsNoTracking()
            .Where(m => m.State == MessageState.Waiting && (m.DueAt <= now || m.DueAt > never)
                && (m.Subject == "" || !all.Any(b => b.State == MessageState.Waiting && b.Subject == m.Subject && b.Id < m.Id)))
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(most)
            .Select(m => new DueMessage(m.Id, m.MessageId, m.Kind, m.Body, m.BodyPacking, m.DueAt, m.TriedAt, m.Attempts, m.At))
            .ToListAsync(stop);
        if (due.Count == 0) return due;

        var until = now + Lease;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        for (var i = due.Count - 1; i >= 0; i--)
        {
            var (key, was) = (due[i].Key, due[i].DueAt);
            var claimed = await all.Where(m => m.Id == key && m.State == MessageState.Waiting && m.DueAt == was)
                .ExecuteUpdateAsync(row => row.SetProperty(m => m.DueAt, until).SetProperty(m => m.TriedAt, now), stop);
            if (claimed == 0) due.RemoveAt(i);
        }

        await transaction.CommitAsync(stop);
        return due;
    }

    private async Task<bool> Deliver(DueMessage message, CancellationToken stop)
    {
        var brought = await courier.Carry(
            new Parcel(BorderHeaders.PathOf(message.Kind), message.MessageId, message.Body, message.Packing), stop);
        using var answer = brought.Answer;
        await using var scope = database.NewScope();
        var db = database.Of(scope.ServiceProvider);
        var now = time.GetUtcNow();
        if (brought.Problem is { } problem)
        {
            message.IsAway = ReferenceEquals(problem, BorderProblems.Away);
            var due = message.IsAway ? now : now + BackOff.Of(message.Attempts);
            await KeptMessages.SetProblem(db, message.MessageId, problem, now, due, stop);
            return false;
        }

        using var turn = await database.TakeTurn(db, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (routes.FirstOrDefault(route => string.Equals(route.Kind, message.Kind, StringComparison.Ordinal)) is { } route)
        {
            var call = new BorderCall(message.MessageId, settings.Partner, message.At);
            await route.Answered(scope.ServiceProvider, call, message, answer, settings.MostBodyBytes, stop);
        }

        await KeptMessages.SetAnswer(db, message.MessageId, MessageDirection.Sent, answer, now, stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private async Task Release(DueMessage message, CancellationToken stop)
    {
        await using var scope = database.NewScope();
        await database.Of(scope.ServiceProvider).Set<KeptMessage>().Where(m => m.Id == message.Key)
            .ExecuteUpdateAsync(
                row => row.SetProperty(m => m.DueAt, message.DueAt).SetProperty(m => m.TriedAt, message.TriedAt), stop);
    }

    [LoggerMessage(LogLevel.Warning, "The border's messages cannot be worked on; trying again.")]
    private partial void CannotReach(Exception away);
}

/// <summary>A message whose time to be sent has come.</summary>
internal sealed record DueMessage(
    long Key, Guid MessageId, string Kind, byte[] Body, BodyPacking Packing, DateTimeOffset DueAt, DateTimeOffset? TriedAt,
    int Attempts, DateTimeOffset At)
{
    public bool IsAway { get; set; }
}
