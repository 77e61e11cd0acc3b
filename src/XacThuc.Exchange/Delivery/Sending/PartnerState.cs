using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>What this process knows of the other house, for the operator.</summary>
public sealed class PartnerState
{
    private long _awaySince;
    private long _heardAt;

    /// <summary>Since when it cannot be reached; none while it can.</summary>
    public DateTimeOffset? AwaySince => Moment(ref _awaySince);

    /// <summary>When it was heard last.</summary>
    public DateTimeOffset? HeardAt => Moment(ref _heardAt);

    internal void Away(DateTimeOffset at) => Interlocked.CompareExchange(ref _awaySince, at.ToUnixTimeMilliseconds(), 0);

    internal void Heard(DateTimeOffset at, BorderProblem? problem)
    {
        if (ReferenceEquals(problem, BorderProblems.NotTheirAnswer)) return;
        Volatile.Write(ref _heardAt, at.ToUnixTimeMilliseconds());
        if (Volatile.Read(ref _awaySince) != 0) Volatile.Write(ref _awaySince, 0);
    }

    private static DateTimeOffset? Moment(ref long ms) =>
        Volatile.Read(ref ms) is var at and not 0 ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
