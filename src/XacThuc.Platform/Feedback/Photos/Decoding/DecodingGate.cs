namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>
/// How many photos are decoded at a time: no more than there are cores, and of those that need much memory one, however many
/// are sent. Whoever waits too long is told to come again.
/// </summary>
internal sealed class DecodingGate(int most, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(most, most);
    private readonly SemaphoreSlim _heavy = new(1, 1);

    /// <summary>Waits for a turn; none where it did not come in time. Disposing gives it back.</summary>
    public async Task<IDisposable?> Enter(bool isHeavy, CancellationToken stop)
    {
        // First the one for the heavy: whoever waits for that keeps no core from the others.
        if (isHeavy && !await _heavy.WaitAsync(patience, stop)) return null;
        var entered = false;
        try
        {
            entered = await _turns.WaitAsync(patience, stop);
            return entered ? new Turn(this, isHeavy) : null;
        }
        finally
        {
            if (isHeavy && !entered) _heavy.Release();
        }
    }

    public void Dispose()
    {
        _turns.Dispose();
        _heavy.Dispose();
    }

    private sealed class Turn(DecodingGate gate, bool isHeavy) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) != 0) return;
            gate._turns.Release();
            if (isHeavy) gate._heavy.Release();
        }
    }
}
