namespace XacThuc.Exchange.Delivery.Receiving;

/// <summary>What is known of an id.</summary>
internal enum Sight
{
    First,
    Repeated,
    OtherContent,
    TooMany,
}

/// <summary>
/// The ids of messages that the border itself does not keep, for as long as their times could still pass the clock check.
/// What is older is refused by its time; what was handled before this start, by <see cref="IsBeforeStart"/>.
/// </summary>
internal sealed class SeenMessages(BorderSettings settings, TimeProvider time)
{
    private const int Most = 8_000_000;
    private const int Shards = 16;
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly Shard[] _shards = [.. Enumerable.Range(0, Shards).Select(_ => new Shard())];

    // A message accepted now may carry a time of now + tolerance, and passes until tolerance after that.
    private long GenerationMs => (long)settings.ClockTolerance.TotalMilliseconds;

    public bool IsBeforeStart(DateTimeOffset at) => at.ToUnixTimeMilliseconds() < _start.ToUnixTimeMilliseconds();

    public Sight See(Guid id, ReadOnlySpan<byte> digest)
    {
        var mark = BitConverter.ToUInt64(digest);
        var generation = time.GetUtcNow().ToUnixTimeMilliseconds() / GenerationMs;
        return _shards[id.GetHashCode() & (Shards - 1)].See(id, mark, generation);
    }

    private sealed class Shard
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<Guid, ulong>[] _marks = [[], [], []];
        private long _generation;

        public Sight See(Guid id, ulong mark, long generation)
        {
            lock (_lock)
            {
                Turn(generation);
                foreach (var marks in _marks)
                {
                    if (marks.TryGetValue(id, out var known)) return known == mark ? Sight.Repeated : Sight.OtherContent;
                }

                if (_marks[0].Count + _marks[1].Count + _marks[2].Count >= Most / Shards) return Sight.TooMany;
                _marks[0].Add(id, mark);
                return Sight.First;
            }
        }

        private void Turn(long generation)
        {
            for (; _generation < generation; _generation = Math.Max(_generation + 1, generation - 2))
            {
                (_marks[2], _marks[1], _marks[0]) = (_marks[1], _marks[0], []);
            }
        }
    }
}
