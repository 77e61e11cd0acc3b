using System.Globalization;
using System.Text.RegularExpressions;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>One line of vectors.csv: a register of one or a few people (joined by <c>|</c>), a record, and what the
/// contract says of it.</summary>
public sealed partial record Vector(
    string Title, IReadOnlyList<WrittenPerson> Register, WrittenRecord Record, string Expected)
{
    public static IReadOnlyDictionary<string, Vector> All { get; } = Read();

    /// <summary>What came out, written as the vectors write it.</summary>
    public static string Line(Comparison result) => string.Join(
        ',', Code(result.Status), Code(result.Name), Code(result.Sex), Code(result.DateOfBirth), Code(result.Number),
        result.Reasons);

    public static string Code(FieldVerdict verdict) =>
        verdict == FieldVerdict.NotCompared ? "not_compared" : verdict.ToString().ToLowerInvariant();

    public static string Code(RecordStatus status) => status.ToString().ToLowerInvariant();

    private static Dictionary<string, Vector> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contract", "vectors.csv"))
            .Skip(1)
            .Select(line => Of(line.Split(',')))
            .ToDictionary(vector => vector.Title, StringComparer.Ordinal);

    private static Vector Of(string[] cells)
    {
        if (cells.Length != 16) throw new InvalidDataException($"16 cells are due: {cells[0]}");

        return new Vector(cells[0], People(cells[1..6]), Written(cells[6..10]), string.Join(',', cells[10..]));
    }

    private static WrittenPerson[] People(string[] cells)
    {
        var columns = Array.ConvertAll(cells, cell => cell.Split('|'));
        return [.. Enumerable.Range(0, columns[3].Length).Select(row => Person(columns, row))];
    }

    // A column of one value stands for all people of the vector.
    private static WrittenPerson Person(string[][] columns, int row)
    {
        var cell = Array.ConvertAll(columns, values => Plain(values.Length == 1 ? values[0] : values[row]));
        return new WrittenPerson(cell[3], cell[4], cell[0], cell[1], cell[2], CommuneCode: "");
    }

    private static WrittenRecord Written(string[] cells) =>
        new(Plain(cells[0]), Plain(cells[1]), Plain(cells[2]), Plain(cells[3]));

    private static string Plain(string cell) => Escape().Replace(
        cell, match => ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber)).ToString());

    [GeneratedRegex(@"\\u(?<code>[0-9A-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
