using System.Text;
using XacThuc.Cli;
using XacThuc.Cli.Authenticate;
using XacThuc.Tables;

namespace XacThuc.Fuzzing.Targets;

/// <summary>
/// Two files, parted by a line "====": the whole command. It ends with 0 and as many results as the records have rows, or
/// with 2, one sentence, and no file.
/// </summary>
internal static class CommandTarget
{
    private static ReadOnlySpan<byte> Border => "\n====\n"u8;

    public static void Run(byte[] bytes)
    {
        var border = bytes.AsSpan().IndexOf(Border);
        if (border < 0) return;
        var register = ScratchFolder.Write("register", bytes.AsSpan(0, border + 1));
        var records = ScratchFolder.Write("records", bytes.AsSpan(border + Border.Length));
        var (results, suggestions) = (ScratchFolder.File("results.csv"), ScratchFolder.File("suggestions.csv"));
        File.Delete(results);
        using var said = new StringWriter();
        using var complained = new StringWriter();

        var exit = new AuthenticateWork(
            new AuthenticateOptions(register, records, results, suggestions, 5, null, null),
            new Terminal(said, false, complained, false, TimeProvider.System), CancellationToken.None).Run();

        if (exit == 0) Count(records, results, suggestions);
        else
            BrokenPromiseException.Unless(
                exit == 2 && !complained.ToString().TrimEnd('\n', '\r').Any(char.IsControl) && !File.Exists(results),
                "What is refused is refused in one line, and leaves no file.");
    }

    private static void Count(string records, string results, string suggestions)
    {
        using var table = TableInput.Open(records, TableKind.Records).Table!;
        var expected = SplitRows.Of(table, 1).Count;
        BrokenPromiseException.Unless(RowsOf(results) == expected, "Each row has a result.");
        foreach (var line in File.ReadLines(suggestions, Encoding.UTF8).Skip(1))
            BrokenPromiseException.Unless(!line.Contains("NaN", StringComparison.Ordinal), "A probability is a number.");
    }

    private static int RowsOf(string file)
    {
        var rows = XacThuc.Tables.Text.TextRows.Read(File.ReadAllBytes(file), (byte)',', int.MaxValue, isWhole: true);
        BrokenPromiseException.Unless(rows.TrueForAll(row => row.Cells.Length == 7), "A result has seven cells.");
        return rows.Count - 1;
    }
}
