using System.Buffers.Text;
using System.Text;

namespace XacThuc.Cli.Evaluate;

/// <summary>Lays results and suggestions beside the truth, row by row.</summary>
internal sealed class Judging(TruthTable truth, EvaluateProblems problems)
{
    public const int ExamplesKept = 10;

    private static readonly string[] ResultHeadings = ["record_id", "status"];
    private static readonly string[] SuggestionHeadings = ["record_id", "rank", "personal_id", "probability"];

    /// <summary>Records given matched that should not be.</summary>
    public List<string> FalseMatched { get; } = [];

    /// <summary>Records that should be matched and are not.</summary>
    public List<string> MissedMatched { get; } = [];

    /// <summary>Takes in the results; false with a refusal when they cannot be used.</summary>
    public bool TryReadResults(string path, out string refusal)
    {
        using var table = JudgedTable.Open(path, ResultHeadings, out refusal);
        if (table is null) return false;
        while (table.Rows.Next()) TakeResult(table);
        return true;
    }

    /// <summary>Tells of each record that has no result.</summary>
    public void TellMissing(string truthPath)
    {
        foreach (ref readonly var row in truth.Rows)
            if (row.Given == Judged.NotGiven) problems.Add(truthPath, row.Line, "", EvaluateSentences.MissingResult);
    }

    /// <summary>Takes in the suggestions; false with a refusal when they cannot be used.</summary>
    public bool TryReadSuggestions(string path, out string refusal)
    {
        using var table = JudgedTable.Open(path, SuggestionHeadings, out refusal);
        if (table is null) return false;
        while (table.Rows.Next()) TakeSuggestion(table);
        return true;
    }

    private void TakeResult(JudgedTable table)
    {
        if (FindRow(table, EvaluateSentences.UnknownResult) is not (>= 0 and var place)) return;
        ref var row = ref truth.Rows[place];
        if (!TruthTable.TryReadStatus(table[1], out var given) || given == JudgedStatus.Other)
        {
            problems.Add(table.Path, table.Rows.Line, ResultHeadings[1], EvaluateSentences.BrokenStatus);
            return;
        }

        if (row.Given != Judged.NotGiven)
        {
            problems.Add(table.Path, table.Rows.Line, ResultHeadings[0], EvaluateSentences.RepeatedResult);
            return;
        }

        row.Given = (byte)given;
        if (given == JudgedStatus.Matched == (row.Expected == JudgedStatus.Matched)) return;
        var examples = given == JudgedStatus.Matched ? FalseMatched : MissedMatched;
        if (examples.Count < ExamplesKept) examples.Add(Encoding.UTF8.GetString(table[0]));
    }

    private void TakeSuggestion(JudgedTable table)
    {
        if (FindRow(table, EvaluateSentences.UnknownSuggestion) is not (>= 0 and var place)) return;
        if (!TryReadNumbers(table, out var rank, out var probability))
        {
            problems.Add(table.Path, table.Rows.Line, "", EvaluateSentences.BrokenSuggestion);
            return;
        }

        if (!TruthTable.TryReadPerson(table[2], out var person) || person == 0)
        {
            problems.Add(table.Path, table.Rows.Line, SuggestionHeadings[2], EvaluateSentences.BrokenPerson);
            return;
        }

        ref var row = ref truth.Rows[place];
        if (person == row.Person && (row.RightRank == 0 || rank < row.RightRank))
            row.RightRank = (byte)Math.Min(rank, byte.MaxValue);
        if (rank != 1) return;
        (row.HasFirst, row.FirstProbability, row.IsFirstRight) = (true, probability, person == row.Person);
    }

    private int FindRow(JudgedTable table, string unknown)
    {
        if (table.IsShort)
        {
            problems.Add(table.Path, table.Rows.Line, "", EvaluateSentences.ShortRow);
            return -1;
        }

        var place = truth.Find(table[0]);
        if (place < 0) problems.Add(table.Path, table.Rows.Line, "record_id", unknown);
        return place;
    }

    private static bool TryReadNumbers(JudgedTable table, out int rank, out double probability)
    {
        probability = 0;
        return Utf8Parser.TryParse(table[1], out rank, out var read) && read == table[1].Length && rank >= 1
            && Utf8Parser.TryParse(table[3], out probability, out read) && read == table[3].Length
            && probability is >= 0 and <= 1;
    }
}
