using XacThuc.Cli.Report.Texts;

namespace XacThuc.Cli.Report.Page;

/// <summary>Which files, when, how long, by which version: enough to run it again.</summary>
internal static class RunSection
{
    public static void Write(Html html, RunSummary run)
    {
        html.Write($"<section aria-labelledby=\"run-title\">\n<h2 id=\"run-title\">{ReportTexts.Run}</h2>\n<dl>\n");
        html.Write($"<dt>{ReportTexts.RecordsFile}</dt><dd>{run.Records} ({ReportSentences.Records(run.Total)})</dd>\n");
        html.Write($"<dt>{ReportTexts.RegisterFile}</dt><dd>{run.Register} ({ReportSentences.People(run.People)})</dd>\n");
        html.Write($"<dt>{ReportTexts.When}</dt><dd>{Figure.Moment(run.Started)}</dd>\n");
        html.Write($"<dt>{ReportTexts.Took}</dt><dd>{Figure.Duration(run.Elapsed)}</dd>\n");
        html.Write($"<dt>{ReportTexts.Engine}</dt><dd>xacthuc {run.EngineVersion}</dd>\n");
        html.Write($"</dl>\n</section>\n");
    }
}
