namespace XacThuc.Web.Jobs;

/// <summary>Wakes whoever works on jobs.</summary>
public sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>There is work, or a job was told to stop.</summary>
    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already.
        }
    }

    /// <summary>Waits for the bell, or the time.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken stop) => _rung.WaitAsync(atMost, stop);

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
