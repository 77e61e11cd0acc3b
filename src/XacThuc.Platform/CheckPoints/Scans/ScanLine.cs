using System.Collections.Concurrent;

namespace XacThuc.Platform.CheckPoints.Scans;

/// <summary>
/// Calls that come while a transaction is being written wait here and go together into the next one: devices of a place would wait for each
/// other at the row of its hour anyway, each for a write to the disk of its own. Whoever has the turn writes for all. From any thread.
/// </summary>
internal sealed class ScanLine : IDisposable
{
    // What one transaction takes: the answer of none waits for too many others.
    private const int Most = 2_000;

    private readonly ConcurrentQueue<Call> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Keeps the scans of a call; done once they are in the database.</summary>
    /// <param name="scans">The scans.</param>
    /// <param name="write">Writes scans in one transaction, all or none; asked of the call that has the turn.</param>
    public async Task Keep(IReadOnlyList<Scan> scans, Func<IReadOnlyList<Scan>, Task> write)
    {
        var own = new Call(scans);
        _waiting.Enqueue(own);
        await _turn.WaitAsync();
        try
        {
            while (!own.Kept.Task.IsCompleted) await WriteNext(write);
        }
        finally
        {
            _turn.Release();
        }

        await own.Kept.Task;
    }

    public void Dispose() => _turn.Dispose();

    private async Task WriteNext(Func<IReadOnlyList<Scan>, Task> write)
    {
        var calls = new List<Call>();
        for (var scans = 0; scans < Most && _waiting.TryDequeue(out var call); scans += call.Scans.Count) calls.Add(call);
        try
        {
            await write([.. calls.SelectMany(call => call.Scans).DistinctBy(scan => scan.Id)]);
            foreach (var call in calls) call.Kept.SetResult();
        }
        catch (Exception failed) when (calls.Count == 1)
        {
            calls[0].Kept.SetException(failed);
        }
        catch (Exception)
        {
            // One of them may be at fault: each has its own answer.
            foreach (var call in calls) await WriteAlone(call, write);
        }
    }

    private static async Task WriteAlone(Call call, Func<IReadOnlyList<Scan>, Task> write)
    {
        try
        {
            await write(call.Scans);
            call.Kept.SetResult();
        }
        catch (Exception failed)
        {
            call.Kept.SetException(failed);
        }
    }

    private sealed record Call(IReadOnlyList<Scan> Scans)
    {
        public TaskCompletionSource Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
