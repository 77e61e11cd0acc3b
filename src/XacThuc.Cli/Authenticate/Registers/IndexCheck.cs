using XacThuc.Matching.Indexing;

namespace XacThuc.Cli.Authenticate.Registers;

/// <summary>
/// Checks a packed register beside the work: opening it stays a matter of milliseconds, and yet nothing that was reckoned
/// from an altered file is ever given its final name.
/// </summary>
internal sealed class IndexCheck : IDisposable
{
    private readonly CancellationTokenSource _stopping;
    private readonly Task<bool> _check;

    public IndexCheck(PopulationIndex index, bool withRoads, CancellationToken stop)
    {
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _check = Task.Run(() => index.IsIntact(withRoads, _stopping.Token), _stopping.Token);
    }

    /// <summary>Whether the file is as it was written; waits until that is known.</summary>
    public bool IsIntact => _check.GetAwaiter().GetResult();

    public void Dispose()
    {
        _stopping.Cancel();
        try
        {
            _check.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for the answer any more.
        }

        _stopping.Dispose();
    }
}
