using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XacThuc.Platform.Messages.Channels;

namespace XacThuc.Platform.Messages;

/// <summary>
/// Sends what waits. A message is claimed before it is handed over and marked after: a process that was killed between has
/// it handed over again under the same key.
/// </summary>
internal sealed partial class MessageSending(
    IServiceScopeFactory scopes, IMessageChannel channel, MessageOutbox outbox, TimeProvider time, ILogger<MessageSending> log) : BackgroundService
{
    private const int Round = 32;
    private const int AtOnce = 4;
    private const int MostTries = 24;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(10);

    // Longer than any answer may take: what is claimed by a process that was killed is free again after this.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(75);

    // Nothing is put off for so long: what is due later was written by a clock that has been put right since.
    private static readonly TimeSpan NeverDueLater = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var forgotten = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (time.GetUtcNow() - forgotten > TimeSpan.FromMinutes(1))
                {
                    await Forget(stoppingToken);
                    forgotten = time.GetUtcNow();
                }

                if (await SendRound(stoppingToken) == 0) await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database or a disk that went away comes back; messages wait for it.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotReach(away.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>How long until a message is tried again: longer each time, never quite the same for two.</summary>
    public static TimeSpan BackOff(int tries) =>
        TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, Math.Pow(2, Math.Min(tries, 12))) * (0.8 + 0.4 * Random.Shared.NextDouble()));

    private async Task<int> SendRound(CancellationToken stop)
    {
        var due = await Claim(stop);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (message, stop) => await Send(message, stop));
        return due.Count;
    }

    private async Task<List<DueMessage>> Claim(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = time.GetUtcNow();
        var never = now + NeverDueLater;
        var due = await db.Set<ShortMessage>().AsNoTracking()
            .Where(message => message.State == MessageState.Waiting && (message.DueAt <= now || message.DueAt > never))
            .OrderBy(message => message.DueAt).ThenBy(message => message.Id).Take(Round)
            .Select(m => new DueMessage(m.Id, m.Key, m.Kind, m.Phone, m.Words, m.At, m.DueAt, m.UsefulUntil, m.Tries)).ToListAsync(stop);
        for (var i = due.Count - 1; i >= 0; i--)
        {
            var (id, was, until) = (due[i].Id, due[i].DueAt, now + Lease);
            var claimed = await db.Set<ShortMessage>().Where(message => message.Id == id && message.State == MessageState.Waiting && message.DueAt == was)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(message => message.DueAt, until).SetProperty(message => message.TriedAt, now)
                        .SetProperty(message => message.Tries, message => message.Tries + 1),
                    stop);
            if (claimed == 0) due.RemoveAt(i);
            else due[i] = due[i] with { DueAt = until, Tries = due[i].Tries + 1 };
        }

        return due;
    }

    private async Task Send(DueMessage message, CancellationToken stop)
    {
        var tried = await Try(message, stop);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var (id, was, now) = (message.Id, message.DueAt, time.GetUtcNow());
        var state = tried.Result switch
        {
            TryResult.Sent => MessageState.Sent,
            TryResult.Never => MessageState.Failed,
            TryResult.NotNow => message.Tries >= MostTries ? MessageState.Failed : MessageState.Waiting,
        };
        var again = tried.After is { } asked && asked > TimeSpan.Zero && asked < LongestBackOff ? asked : BackOff(message.Tries);
        var isSecret = message.Kind == MessageKind.Code && state != MessageState.Waiting;

        // The stop is not heeded here: what the channel has taken is written down as taken.
        await db.Set<ShortMessage>().Where(one => one.Id == id && one.State == MessageState.Waiting && one.DueAt == was).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, state).SetProperty(one => one.Problem, tried.Problem)
                .SetProperty(one => one.DueAt, state == MessageState.Waiting ? now + again : now)
                .SetProperty(one => one.SentAt, state == MessageState.Sent ? now : null)
                .SetProperty(one => one.Words, one => isSecret ? "" : one.Words).SetProperty(one => one.Phone, one => isSecret ? "" : one.Phone),
            CancellationToken.None);
        if (state == MessageState.Failed) GivenUp(message.Id, tried.Problem);
    }

    private async Task<Tried> Try(DueMessage message, CancellationToken stop)
    {
        if (message.UsefulUntil < time.GetUtcNow()) return new Tried(TryResult.Never, "late");
        if (!PhoneNumber.TryParse(message.Phone, out var phone)) return new Tried(TryResult.Never, "phone");
        try
        {
            return await channel.Send(new OutgoingMessage(message.Key, message.Kind, phone, outbox.WordsOf(message.Words), message.At), stop);
        }
        catch (CryptographicException)
        {
            // Posted under keys that this house has no more.
            return new Tried(TryResult.Never, "keys");
        }
        catch (IOException)
        {
            return new Tried(TryResult.NotNow, "disk");
        }
    }

    private async Task Forget(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await outbox.Forget(scope.ServiceProvider.GetRequiredService<PlatformDb>(), stop);
    }

    [LoggerMessage(LogLevel.Warning, "Messages cannot be worked on ({Why}); trying again.")]
    private partial void CannotReach(string why);

    [LoggerMessage(LogLevel.Warning, "Message {Id} was given up: {Problem}.")]
    private partial void GivenUp(long id, string problem);

    /// <summary>A message whose time to be sent has come.</summary>
    private sealed record DueMessage(
        long Id, Guid Key, MessageKind Kind, string Phone, string Words, DateTimeOffset At, DateTimeOffset DueAt, DateTimeOffset UsefulUntil, int Tries)
    {
        public override string ToString() => $"{nameof(DueMessage)} {Id}";
    }
}
