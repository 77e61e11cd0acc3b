using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace XacThuc.Register.Authentication.Answers;

/// <summary>
/// Keeps every answer before it goes out. Answers that come while others are being written are written together, in one
/// transaction: the more there are, the less each costs.
/// </summary>
internal sealed class AnswerBook(AnswerWriting writing, TimeProvider time) : BackgroundService
{
    // Enough for every connection a house serves; beyond it, askers wait.
    private const int MostWaiting = 10_000;
    private const int MostTogether = 2_000;

    private static readonly TimeSpan ToDisk = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Answered> _waiting = Channel.CreateBounded<Answered>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Keeps an answer; done once it is committed.</summary>
    public async ValueTask Keep(Answered answered, CancellationToken stop)
    {
        if (!_waiting.Writer.TryWrite(answered)) await _waiting.Writer.WriteAsync(answered, stop);
        await answered.Kept.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var toDisk = BringToDisk(stoppingToken);
        var together = new List<Answered>(MostTogether);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                together.Clear();
                while (together.Count < MostTogether && _waiting.Reader.TryRead(out var next)) together.Add(next);
                await Write(together, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house stops.
        }
        finally
        {
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var left)) left.Kept.TrySetCanceled(CancellationToken.None);
            await toDisk;
            await writing.DisposeAsync();
        }
    }

    // Beside the writing, so that nobody who asks waits for the disk.
    private async Task BringToDisk(CancellationToken stop)
    {
        using var clock = new PeriodicTimer(ToDisk, time);
        try
        {
            while (await clock.WaitForNextTickAsync(stop)) await writing.BringToDisk(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The house stops: closing the database brings the rest.
        }
    }

    private async Task Write(List<Answered> together, CancellationToken stop)
    {
        try
        {
            await writing.Write(together, stop);
            foreach (var each in together) each.Kept.SetResult();
        }
#pragma warning disable CA1031 // Nobody is answered what could not be kept; each asker is told.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            foreach (var each in together) each.Kept.TrySetException(failed);
        }
    }
}
