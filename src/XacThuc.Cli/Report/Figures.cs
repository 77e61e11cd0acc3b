using XacThuc.Cli.Report.Texts;
using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report;

/// <summary>The tables of a run, in the order in which they are shown.</summary>
internal static class Figures
{
    /// <summary>A page of more communes than this helps nobody; the rest is one row.</summary>
    public const int MostCommunes = 2000;

    private const int MostDrawn = 30;

    // As an officer reads them: what is right first, then what is to be mended.
    private static readonly FieldVerdict[] Verdicts =
        [FieldVerdict.Right, FieldVerdict.Wrong, FieldVerdict.Missing, FieldVerdict.Unreadable, FieldVerdict.NotCompared];

    public static IReadOnlyList<FigureTable> Of(RunSummary run)
    {
        FigureTable[] always = [ByStatus(run), ByField(run), ByReason(run), ByCommune(run)];
        return run.Suggested ? [.. always, BySuggestion(run)] : always;
    }

    public static FigureTable ByStatus(RunSummary run) => new()
    {
        Place = "status",
        Title = ReportTexts.ByStatus,
        NameHeading = ReportTexts.Result,
        Columns = [new(ReportTexts.RecordCount, Tone.Plain, Drawn: true)],
        ShareHeading = ReportTexts.ShareOfRecords,
        Rows = Array.ConvertAll(Enum.GetValues<RecordStatus>(), status => Counted(
            ReportTexts.Of(status), "", ReportTexts.ToneOf(status), run.Counts[status], run.Total)
            with
        { Meaning = ReportTexts.Meaning(status) }),
        Chart = new(ChartKind.Shares, ReportTexts.ByStatusChart, RunTally.Statuses),
    };

    public static FigureTable ByField(RunSummary run) => new()
    {
        Place = "field",
        Title = ReportTexts.ByField,
        NameHeading = ReportTexts.Field,
        Columns = Array.ConvertAll(Verdicts, verdict => new FigureColumn(
            ReportTexts.Of(verdict), ToneOf(verdict), verdict is not (FieldVerdict.Right or FieldVerdict.NotCompared))),
        ShareHeading = ReportTexts.ShareRight,
        Rows = Array.ConvertAll(Enum.GetValues<MandatoryField>(), field => new FigureRow(
            ReportTexts.Of(field), "", Tone.Plain, Array.ConvertAll(Verdicts, verdict => run.Counts[field, verdict]),
            Figure.Share(run.Counts[field, FieldVerdict.Right], run.Total))),
        Chart = new(ChartKind.Stacks, ReportTexts.ByFieldChart, RunTally.Fields),
    };

    public static FigureTable ByReason(RunSummary run) => new()
    {
        Place = "reason",
        Title = ReportTexts.ByReason,
        NameHeading = ReportTexts.Why,
        CodeHeading = ReportTexts.Code,
        Columns = [new(ReportTexts.RecordCount, Tone.Plain, Drawn: true)],
        ShareHeading = ReportTexts.ShareOfRecords,
        Rows = ReasonRows(run),
        Note = ReportTexts.ByReasonNote,
        Chart = new(ChartKind.Bars, ReportTexts.ByReasonChart, MostDrawn),
    };

    // What is wrong first, then what is only worth knowing; the most frequent first.
    private static FigureRow[] ReasonRows(RunSummary run) =>
    [
        .. Array.ConvertAll(Enum.GetValues<Reason>(), reason => Counted(
                ReasonTexts.Of(reason), Reasons.Code(reason), ReasonTexts.IsNote(reason) ? Tone.Note : Tone.Wrong,
                run.Counts[reason], run.Total))
            .Where(row => row.Counts[0] > 0)
            .Order(Comparer<FigureRow>.Create((left, right) => left.Tone == right.Tone
                ? right.Counts[0].CompareTo(left.Counts[0])
                : left.Tone == Tone.Note ? 1 : -1)),
    ];

    public static FigureTable ByCommune(RunSummary run)
    {
        List<CommuneCount> communes = [.. run.Counts.Communes];
        communes.Sort(ByWork);
        var rows = communes.Take(MostCommunes).Select(commune => Row(NameOf(commune, run), commune.Written, commune));
        if (communes.Count > MostCommunes) rows = rows.Append(Row(ReportTexts.OtherCommunes, "", Sum(communes.Skip(MostCommunes))));
        return new()
        {
            Place = "commune",
            Title = ReportTexts.ByCommune,
            NameHeading = ReportTexts.Commune,
            CodeHeading = ReportTexts.Code,
            Columns = Array.ConvertAll(Enum.GetValues<RecordStatus>(), status =>
                new FigureColumn(ReportTexts.Of(status), ReportTexts.ToneOf(status), Drawn: true)),
            ShareHeading = ReportTexts.ShareRight,
            Rows = [.. rows],
            Note = communes.Count > MostDrawn ? ReportSentences.FirstCommunes(MostDrawn) : null,
            Chart = new(ChartKind.Stacks, ReportTexts.ByCommuneChart, MostDrawn),
        };
    }

    public static FigureTable BySuggestion(RunSummary run)
    {
        var bands = Enum.GetValues<SuggestionBand>();
        var asked = bands.Sum(band => run.Counts[band]);
        return new()
        {
            Place = "suggestion",
            Title = ReportTexts.BySuggestion,
            NameHeading = ReportTexts.Probability,
            Columns = [new(ReportTexts.RecordCount, Tone.Plain, Drawn: true)],
            ShareHeading = ReportTexts.ShareOfRecords,
            Rows = [.. bands.Select(band => Counted(
                ReportTexts.Of(band), "", band == SuggestionBand.None ? Tone.Invalid : Tone.Note, run.Counts[band], asked))],
            Note = ReportTexts.BySuggestionNote,
            Chart = new(ChartKind.Bars, ReportTexts.BySuggestionChart, bands.Length),
        };
    }

    // Where most is to be done comes first; of equals the larger, then by code.
    private static int ByWork(CommuneCount left, CommuneCount right)
    {
        var work = (right.Total - right.Matched).CompareTo(left.Total - left.Matched);
        if (work != 0) return work;
        var total = right.Total.CompareTo(left.Total);
        return total != 0 ? total : left.Code.CompareTo(right.Code);
    }

    private static FigureRow Counted(Bilingual name, string code, Tone tone, long count, long whole) =>
        new(name, code, tone, [count], Figure.Share(count, whole));

    private static FigureRow Row(Bilingual name, string code, CommuneCount commune) => new(
        name, code, Tone.Plain, [commune.Matched, commune.Mismatched, commune.Unauthenticated, commune.Invalid],
        Figure.Share(commune.Matched, commune.Total));

    private static Bilingual NameOf(CommuneCount commune, RunSummary run)
    {
        if (commune.Code == RunTally.NoCommune) return ReportTexts.NoCommune;
        if (run.CommuneName(commune.Written) is { } name) return Bilingual.Same(name);
        return new($"{ReportTexts.UnknownCommune.Vi} {commune.Written}", $"{ReportTexts.UnknownCommune.En} {commune.Written}");
    }

    private static CommuneCount Sum(IEnumerable<CommuneCount> communes) => communes.Aggregate((sum, next) => new CommuneCount(
        RunTally.NoCommune, sum.Matched + next.Matched, sum.Mismatched + next.Mismatched,
        sum.Unauthenticated + next.Unauthenticated, sum.Invalid + next.Invalid));

    private static Tone ToneOf(FieldVerdict verdict) => verdict switch
    {
        FieldVerdict.NotCompared => Tone.Plain,
        FieldVerdict.Right => Tone.Right,
        FieldVerdict.Wrong => Tone.Wrong,
        FieldVerdict.Missing => Tone.Waiting,
        FieldVerdict.Unreadable => Tone.Invalid,
    };
}
