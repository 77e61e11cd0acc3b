namespace XacThuc.Fuzzing;

/// <summary>Something did not hold that must hold for any input.</summary>
internal sealed class BrokenPromiseException(string promise) : Exception(promise)
{
    public static void Unless(bool holds, string promise)
    {
        if (!holds) throw new BrokenPromiseException(promise);
    }
}
