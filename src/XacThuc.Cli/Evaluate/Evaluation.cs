namespace XacThuc.Cli.Evaluate;

/// <summary>Scores results and suggestions against a truth file.</summary>
internal static class Evaluation
{
    /// <summary>The figures; null with a refusal when a file cannot be used.</summary>
    public static EvaluationFigures? Run(
        string truthPath, string resultsPath, string? suggestionsPath, out string refusal)
    {
        var problems = new EvaluateProblems();
        if (TruthTable.Read(truthPath, problems, out refusal) is not { } truth) return null;
        var judging = new Judging(truth, problems);
        if (!judging.TryReadResults(resultsPath, out refusal)) return null;
        if (suggestionsPath is not null && !judging.TryReadSuggestions(suggestionsPath, out refusal)) return null;
        judging.TellMissing(truthPath);

        var all = new Score();
        var byDamage = new Dictionary<string, Score>(StringComparer.Ordinal);
        foreach (ref readonly var row in truth.Rows)
        {
            all.Add(row);
            foreach (var kind in truth.KindsOf(row))
            {
                if (!byDamage.TryGetValue(kind, out var score)) byDamage.Add(kind, score = new Score());
                score.Add(row);
            }
        }

        var withSuggestions = suggestionsPath is not null;
        return new EvaluationFigures(
            FigureMaking.Of(all, withSuggestions), [.. judging.FalseMatched], [.. judging.MissedMatched],
            byDamage.OrderByDescending(kind => kind.Value.Records).ThenBy(kind => kind.Key, StringComparer.Ordinal)
                .ToDictionary(kind => kind.Key, kind => FigureMaking.Of(kind.Value, withSuggestions), StringComparer.Ordinal),
            problems.Total, [.. problems.First.Select(problem => problem.ToString())]);
    }
}
