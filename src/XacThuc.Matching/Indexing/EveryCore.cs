namespace XacThuc.Matching.Indexing;

/// <summary>
/// Does the numbered parts of a work on every core. By threads of its own: to load and compile the runtime's Parallel takes
/// a fiftieth of a run over a packed register of millions.
/// </summary>
internal static class EveryCore
{
    /// <summary>Does all parts; each is taken by whichever core is free.</summary>
    /// <param name="parts">How many there are.</param>
    /// <param name="part">Does one, from 0 on.</param>
    /// <param name="stop">No further part is begun when it is asked for.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="AggregateException">A part failed on another thread.</exception>
    public static void Run(int parts, Action<int> part, CancellationToken stop = default)
    {
        var next = -1;
        Exception? failure = null;
        var threads = new Thread[Math.Max(0, Math.Min(Environment.ProcessorCount, parts) - 1)];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Guarded) { IsBackground = true };
            threads[i].Start();
        }

        Guarded();
        foreach (var thread in threads) thread.Join();
        if (failure is not null) throw new AggregateException(failure);
        stop.ThrowIfCancellationRequested();

        void Guarded()
        {
            try
            {
                while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var mine && mine < parts) part(mine);
            }
#pragma warning disable CA1031 // What happens on another thread is thrown again by the caller's.
            catch (Exception failed)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, failed, null);
                Interlocked.Exchange(ref next, parts);
            }
        }
    }
}
