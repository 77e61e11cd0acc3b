using System.Globalization;

namespace XacThuc.Cli.Sample;

/// <summary>Names drawn as often as they occur. The data are lines of a name and its weight; <c>_</c> stands for no name.</summary>
internal sealed class WeightedNames
{
    private const int Size = 1 << 14;

    private readonly string[] _names = new string[Size];

    private WeightedNames(IReadOnlyList<(string Name, double Weight)> names)
    {
        var total = names.Sum(name => name.Weight);
        var sum = 0.0;
        var next = 0;
        foreach (var (name, weight) in names)
        {
            sum += weight;
            while (next < Size && (next + 0.5) * total <= sum * Size) _names[next++] = name;
        }

        while (next < Size) _names[next++] = names[^1].Name;
    }

    public string Draw(ref Dice dice) => _names[dice.Next() >> 50];

    /// <summary>Reads a list that is part of the program.</summary>
    public static WeightedNames Load(string list)
    {
        using var stream = typeof(WeightedNames).Assembly.GetManifestResourceStream($"sample/{list}.txt")!;
        using var reader = new StreamReader(stream);
        var names = new List<(string, double)>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.LastIndexOf(' ');
            var name = line[..space].Replace('_', ' ').Trim();
            names.Add((name, double.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture)));
        }

        return new WeightedNames(names);
    }
}
