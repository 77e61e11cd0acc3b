namespace XacThuc.Register.Population.Index;

/// <summary>How many hold something that must not be freed while held. Starts with one: its owner.</summary>
internal abstract class HeldCount
{
    private int _holders = 1;

    /// <summary>Holds it; not possible any more once everybody has let go.</summary>
    public bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders) return true;
            holders = seen;
        }

        return false;
    }

    /// <summary>Lets go; the last one frees it.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0) Free();
    }

    protected abstract void Free();
}
