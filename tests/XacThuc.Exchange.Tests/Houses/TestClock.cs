namespace XacThuc.Exchange.Tests.Houses;

/// <summary>The true time, and how far a house's clock is from it.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _offset;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _offset));
        set => Volatile.Write(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}
