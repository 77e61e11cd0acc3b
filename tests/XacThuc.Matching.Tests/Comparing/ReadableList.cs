namespace XacThuc.Matching.Tests.Comparing;

/// <summary>A list of what is written, what the register has, and what comes of it; each line by what it shows.</summary>
internal static class ReadableList
{
    public static IReadOnlyDictionary<string, (string Written, string Register, string Due)> Read(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Comparing", name)).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => (cells[1], cells[2], cells[3]), StringComparer.Ordinal);
}
