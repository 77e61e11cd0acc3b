using System.Globalization;
using Spectre.Console;

namespace XacThuc.Cli.Evaluate;

/// <summary>The figures as tables for the eye.</summary>
internal static class EvaluationTables
{
    private static readonly string[] Given = ["matched", "mismatched", "unauthenticated", "invalid", "none"];

    public static void Write(IAnsiConsole console, EvaluationFigures figures)
    {
        Decisions(console, figures);
        if (figures.All.Suggestions is { } suggestions)
        {
            Suggestions(console, suggestions);
            Reliability(console, suggestions);
        }

        if (figures.ByDamage.Count > 0) Damages(console, figures);
    }

    private static void Decisions(IAnsiConsole console, EvaluationFigures figures)
    {
        var all = figures.All;
        var table = NewTable("Decisions: expected by given", "expected", Given);
        foreach (var expected in all.Decisions.Select(cell => cell.Expected).Distinct(StringComparer.Ordinal))
        {
            var cells = Given.Select(given => Count(all.Decisions
                .Where(cell => string.Equals(cell.Expected, expected, StringComparison.Ordinal)
                    && string.Equals(cell.Given, given, StringComparison.Ordinal)).Sum(cell => cell.Records)));
            table.AddRow([expected, .. cells]);
        }

        console.Write(table);
        console.WriteLine($"False matched: {Count(all.FalseMatched)}{Examples(figures.FalseMatchedExamples)}");
        console.WriteLine($"Missed matched: {Count(all.MissedMatched)}{Examples(figures.MissedMatchedExamples)}");
        console.WriteLine();
    }

    private static void Suggestions(IAnsiConsole console, SuggestionFigures all)
    {
        console.WriteLine($"Records not matched whose person is in the register: {Count(all.Findable)}");
        console.WriteLine($"Right person first: {Count(all.First)} ({Share(all.RecallAt1)})");
        console.WriteLine($"Right person among the first five: {Count(all.InFive)} ({Share(all.RecallAt5)})");
        console.WriteLine($"Strangers: {Count(all.Strangers)}, with a suggestion at 0.99 or above: {Count(all.StrangersAtLeast99)}");
        console.WriteLine();
        var table = NewTable("First suggestions by probability", "at least", ["suggestions", "right", "wrong", "precision"]);
        foreach (var band in all.Bands)
        {
            var least = band.AtLeast.ToString(CultureInfo.InvariantCulture);
            table.AddRow(
                least, Count(band.Suggestions), Count(band.Right), Count(band.Suggestions - band.Right), Share(band.Precision));
        }

        console.Write(table);
    }

    private static void Reliability(IAnsiConsole console, SuggestionFigures all)
    {
        var table = NewTable(
            "Reliability of the first suggestion", "from", ["to", "suggestions", "mean probability", "share right"]);
        foreach (var bin in all.Reliability)
            table.AddRow(
                $"{bin.From:F2}", $"{bin.To:F2}", Count(bin.Suggestions), $"{bin.MeanProbability:F4}", $"{bin.ShareRight:F4}");
        console.Write(table);
        console.WriteLine($"Mean calibration error, weighted by size: {all.CalibrationError:F4}");
        console.WriteLine();
    }

    private static void Damages(IAnsiConsole console, EvaluationFigures figures)
    {
        string[] columns = ["records", "false matched", "missed"];
        if (figures.All.Suggestions is not null)
            columns = [.. columns, "findable", "first", "in five", "at 0.99", "precision", "strangers at 0.99", "error"];
        var table = NewTable("By kind of damage", "damage", columns);
        foreach (var (kind, score) in figures.ByDamage)
        {
            string[] cells = [kind, Count(score.Records), Count(score.FalseMatched), Count(score.MissedMatched)];
            if (score.Suggestions is { } found)
            {
                var sure = found.Bands.Single(band => band.AtLeast is 0.99);
                cells =
                [
                    .. cells, Count(found.Findable), Share(found.RecallAt1), Share(found.RecallAt5), Count(sure.Suggestions),
                    Share(sure.Precision), Count(found.StrangersAtLeast99), $"{found.CalibrationError:F4}",
                ];
            }

            table.AddRow(cells);
        }

        console.Write(table);
    }

    private static Table NewTable(string title, string first, string[] columns)
    {
        var table = new Table { Title = new TableTitle(title), Border = TableBorder.Minimal };
        table.AddColumn(new TableColumn(first) { NoWrap = true });
        foreach (var column in columns) table.AddColumn(new TableColumn(column).RightAligned());
        return table;
    }

    private static string Examples(string[] ids) => ids.Length == 0 ? "" : $" (first: {string.Join(", ", ids)})";

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Share(double? share) =>
        share is { } known ? (known * 100).ToString("0.000", CultureInfo.InvariantCulture) + " %" : "-";
}
