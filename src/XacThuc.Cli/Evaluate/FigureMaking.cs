namespace XacThuc.Cli.Evaluate;

/// <summary>Turns counts into the figures that are written.</summary>
internal static class FigureMaking
{
    private static readonly JudgedStatus[] Statuses = Enum.GetValues<JudgedStatus>();

    public static ScoreFigures Of(Score score, bool withSuggestions) => new(
        score.Records, score.FalseMatched, score.MissedMatched, Decisions(score),
        withSuggestions ? Suggestions(score) : null);

    private static DecisionFigure[] Decisions(Score score) =>
    [
        .. from expected in Statuses
           from given in Statuses
           let records = score.Decided(expected, given)
           where records > 0
           select new DecisionFigure(NameOf(expected), given == JudgedStatus.Other ? "none" : NameOf(given), records),
    ];

    private static SuggestionFigures Suggestions(Score score) => new(
        score.Findable, score.FoundFirst, Share(score.FoundFirst, score.Findable),
        score.FoundInFive, Share(score.FoundInFive, score.Findable), score.Suggested, score.CalibrationError(),
        score.Strangers, score.StrangersNearlySure,
        [.. Score.Bands.Select((least, band) => new BandFigure(
            least, score.InBand(band), score.RightInBand(band), Share(score.RightInBand(band), score.InBand(band))))],
        [.. Enumerable.Range(0, Score.Bins).Where(bin => score.InBin(bin) > 0).Select(bin => new BinFigure(
            bin / (double)Score.Bins, (bin + 1) / (double)Score.Bins, score.InBin(bin),
            score.MeanProbabilityInBin(bin), (double)score.RightInBin(bin) / score.InBin(bin)))]);

    public static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    public static string NameOf(JudgedStatus status) => status switch
    {
        JudgedStatus.Matched => "matched",
        JudgedStatus.Mismatched => "mismatched",
        JudgedStatus.Unauthenticated => "unauthenticated",
        JudgedStatus.Invalid => "invalid",
        JudgedStatus.Other => "other",
    };
}
