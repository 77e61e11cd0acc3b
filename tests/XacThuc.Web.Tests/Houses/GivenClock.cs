namespace XacThuc.Web.Tests.Houses;

/// <summary>The real clock, moved on by hand.</summary>
public sealed class GivenClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Pass(TimeSpan time) => _ahead += time;
}
