namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>Wakes the outbox before its time: after an operator's word.</summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Something is to be sent now.</summary>
    public void Ring()
    {
        if (_rung.CurrentCount > 0) return;
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang in the same moment.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();

    internal Task Wait(TimeSpan most, CancellationToken stop) => _rung.WaitAsync(most, stop);
}
