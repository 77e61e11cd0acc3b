namespace XacThuc.Tables.Rows;

/// <summary>Runs one piece of work on every core until all are done.</summary>
public static class Workers
{
    public static int Count { get; } = Environment.ProcessorCount;

    public static void Run(Action work)
    {
        var threads = new Thread[Count - 1];
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Guarded);
            threads[i].Start();
        }

        Guarded();
        foreach (var thread in threads) thread.Join();
        if (failures.TryDequeue(out var failure))
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);

        void Guarded()
        {
            try
            {
                work();
            }
#pragma warning disable CA1031 // What happens on a worker is thrown again by the caller's thread.
            catch (Exception failed)
#pragma warning restore CA1031
            {
                failures.Enqueue(failed);
            }
        }
    }
}
