namespace XacThuc.Bench.OtherMake;

/// <summary>Chance, the same for the same seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from 0 on and below another.</summary>
    public int Below(int limit) => _random.Next(limit);

    public int From(int first, int last) => _random.Next(first, last + 1);

    public bool Hits(double chance) => _random.NextDouble() < chance;

    public T Of<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];

    public T Of<T>(T[] items, int[] weights)
    {
        var left = _random.Next(weights.Sum());
        for (var i = 0; ; i++)
        {
            left -= weights[i];
            if (left < 0) return items[i];
        }
    }
}
