using XacThuc.Cli.Report.Texts;

namespace XacThuc.Cli.Report.Page;

/// <summary>What is to be told of the files.</summary>
internal static class ProblemSection
{
    private const int Long = 40;

    public static void Write(Html html, RunSummary run)
    {
        html.Write($"<section aria-labelledby=\"problems-title\">\n<h2 id=\"problems-title\">{ReportTexts.Problems}</h2>\n");
        if (run.Problems.Count == 0)
            html.Write($"<p>{ReportTexts.NoProblems}</p>\n");
        else
            WriteTable(html, run);
        html.Write($"</section>\n");
    }

    private static void WriteTable(Html html, RunSummary run)
    {
        if (run.ProblemsTotal > run.Problems.Count)
            html.Write($"<p>{ReportSentences.FirstProblems(run.Problems.Count, run.ProblemsTotal)}</p>\n");
        var size = run.Problems.Count > Long ? " long" : "";
        html.Write($"<div class=\"scroll{size}\" role=\"region\" tabindex=\"0\" aria-labelledby=\"problems-table-title\">\n<table>\n");
        html.Write($"<caption id=\"problems-table-title\" class=\"unseen\">{ReportTexts.Table}: {ReportTexts.Problems}</caption>\n");
        html.Write($"<thead><tr><th scope=\"col\">{ReportTexts.File}</th><th scope=\"col\" class=\"number\">{ReportTexts.Line}</th>");
        html.Write($"<th scope=\"col\">{ReportTexts.Column}</th><th scope=\"col\">{ReportTexts.Sentence}</th></tr></thead>\n<tbody>\n");
        foreach (var problem in run.Problems)
        {
            html.Write($"<tr><td>{problem.File}</td><td class=\"number\">");
            if (problem.Line > 0) html.Write($"{problem.Line}");
            else html.Write($"{ReportTexts.WholeFile}");
            html.Write($"</td><td>{problem.Column}</td><td lang=\"en\">{problem.Sentence}</td></tr>\n");
        }

        html.Write($"</tbody>\n</table>\n</div>\n");
    }
}
