using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using XacThuc.Cli.Report.Texts;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report.Page;

/// <summary>
/// The report as one file: both languages, the figures as tables and, where scripts run, as charts. The page's own
/// policy forbids it to load anything from anywhere.
/// </summary>
internal static class ReportPage
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("charts.js");

    public static void Write(Stream output, RunSummary run, Language language)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);
        Write(writer, run, language);
    }

    public static void Write(TextWriter output, RunSummary run, Language language)
    {
        var html = new Html(output);
        var tables = Figures.Of(run);
        WriteHead(html, language);
        html.Write($"<body>\n");
        WriteIcons(html);
        WriteHeader(html, run, language);
        html.Write($"<main>\n");
        foreach (var table in tables) FigureSection.Write(html, table);
        ProblemSection.Write(html, run);
        RunSection.Write(html, run);
        html.Write($"</main>\n<footer><p>{ReportTexts.NoPersonalData}</p></footer>\n");
        html.Write($"<script type=\"application/json\" id=\"figures\">");
        html.WriteRaw(ChartData.Of(tables));
        html.Write($"</script>\n<script>");
        html.WriteRaw(Script);
        html.Write($"</script>\n</body>\n</html>\n");
    }

    private static void WriteHead(Html html, Language language)
    {
        // The script's hash is allowed, no other script, and no address at all.
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));
        var policy = $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{hash}'; " +
            "base-uri 'none'; form-action 'none'";
        html.Write($"""
            <!doctype html>
            <html lang="{Code(language)}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{ReportTexts.Kind.In(language)} – XacThuc</title>
            <style>

            """);
        html.WriteRaw(Style);
        html.Write($"</style>\n</head>\n");
    }

    private static void WriteHeader(Html html, RunSummary run, Language language)
    {
        html.Write($"""
            <header>
            <div class="top">
            <p class="kind">XacThuc · {ReportTexts.Kind}</p>
            <fieldset class="languages"><legend class="unseen">{ReportTexts.LanguageChoice}</legend>

            """);
        WriteChoice(html, Language.Vietnamese, "Tiếng Việt", language);
        WriteChoice(html, Language.English, "English", language);
        html.Write($"""
            </fieldset>
            </div>
            <h1>{ReportSentences.Outcome(run)}</h1>
            <p class="lead">{ReportSentences.Compared(run)}
            """);
        if (ReportSentences.MostWrong(run) is { } most) html.Write($" {most}");
        html.Write($"</p>\n<p class=\"when\">{run.Records} · {Figure.Moment(run.Started)}</p>\n</header>\n");
    }

    private static void WriteChoice(Html html, Language language, string name, Language chosen)
    {
        var code = Code(language);
        html.Write($"<label lang=\"{code}\"><input type=\"radio\" name=\"language\" id=\"{code}\" value=\"{code}\"");
        if (language == chosen) html.Write($" checked");
        html.Write($" autocomplete=\"off\">{name}</label>\n");
    }

    private static void WriteIcons(Html html) => html.Write($"""
        <svg class="unseen" aria-hidden="true" width="0" height="0">
        <symbol id="right" viewBox="0 0 16 16"><path d="m3 8.5 3.2 3.2L13 5"/></symbol>
        <symbol id="wrong" viewBox="0 0 16 16"><path d="m4 4 8 8m0-8-8 8"/></symbol>
        <symbol id="waiting" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.5"/><path d="M8 5v3.2l2 1.3"/></symbol>
        <symbol id="invalid" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.5"/><path d="m4.2 4.2 7.6 7.6"/></symbol>
        <symbol id="note" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.5"/><path d="M8 7.5v3.3M8 5.2v.1"/></symbol>
        </svg>

        """);

    private static string Code(Language language) => language switch
    {
        Language.Vietnamese => "vi",
        Language.English => "en",
    };

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
