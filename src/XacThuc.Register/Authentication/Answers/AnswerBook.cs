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

    // Nothing stands for the clock: it is time for the disk.
    private readonly Channel<Answered?> _waiting = Channel.CreateBounded<Answered?>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Keeps an answer; done once it is committed.</summary>
    public async ValueTask Keep(Answered answered, CancellationToken stop)
    {
        if (!_waiting.Writer.TryWrite(answered)) await _waiting.Writer.WriteAsync(answered, stop);
        await answered.Kept.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var together = new List<Answered>(MostTogether);
        await using var clock = time.CreateTimer(_ => Tick(), null, ToDisk, ToDisk);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                together.Clear();
                var toDisk = false;
                while (together.Count < MostTogether && _waiting.Reader.TryRead(out var next))
                {
                    if (next is null) toDisk = true;
                    else together.Add(next);
                }

                await Write(together, toDisk, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house stops.
        }
        finally
        {
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var left)) left?.Kept.TrySetCanceled(CancellationToken.None);
            await writing.DisposeAsync();
        }
    }

    private void Tick()
    {
        if (writing.OwesDisk) _waiting.Writer.TryWrite(null);
    }

    private async Task Write(List<Answered> together, bool toDisk, CancellationToken stop)
    {
        try
        {
            if (together.Count > 0) await writing.Write(together, toDisk && writing.OwesDisk, stop);
            else if (writing.OwesDisk) await writing.Flush(stop);
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
