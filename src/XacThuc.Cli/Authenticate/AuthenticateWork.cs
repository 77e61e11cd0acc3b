using System.Diagnostics.CodeAnalysis;
using XacThuc.Cli.Authenticate.Registers;
using XacThuc.Cli.Progress;
using XacThuc.Cli.Report;
using XacThuc.Cli.Report.Page;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Matching.Texts;
using XacThuc.Matching.Weighing.Fitting;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate;

/// <summary>
/// The whole work of the command: opens what is named, compares, suggests, reports; gives the outputs their names only
/// when all of it held.
/// </summary>
internal sealed class AuthenticateWork(AuthenticateOptions options, Terminal terminal, CancellationToken stop)
{
    private readonly ProblemList _problems = new();
    private readonly RunProgress _progress = new();
    private readonly List<AtomicOutput> _outputs = [];
    private readonly long _started = terminal.Time.GetTimestamp();

    public int Run()
    {
        using var line = ProgressLine.Start(
            terminal.Error, terminal.IsErrorTerminal, _progress, terminal.Time, () => Console.WindowWidth, Speech.Language);
        try
        {
            return Try(line);
        }
        catch (OperationCanceledException)
        {
            line?.Dispose();
            terminal.Error.WriteLine(Speech.Say("Đã dừng. Không tệp nào được ghi.", "Stopped. No file was written."));
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            line?.Dispose();
            return terminal.Refuse($"{string.Join(", ", Outputs())}: {AtomicOutput.SentenceOf(e)}");
        }
        finally
        {
            foreach (var output in _outputs) output.Dispose();
        }
    }

    private IEnumerable<string> Outputs() => new[] { options.Out, options.Suggest, options.Report }.OfType<string>();

    private int Try(ProgressLine? line)
    {
        if (!TableInput.Open(options.Records, TableKind.Records).TryGet(out var records, out var refusal)) return Refuse(line, refusal);
        using var opened = records;
        _problems.AddRange(records.Problems);
        if (!TryOpenOutputs(out var results, out var suggestions, out var report, out refusal)) return Refuse(line, refusal);
        if (!TryReadModel(out var pinned, out refusal)) return Refuse(line, refusal);

        // Beside the opening of a packed register, which leaves cores free.
        var encoding = Task.Run(() => LegacyText.Detect(records.SampleNames(5_000)), stop);
        if (!RegisterOpening.TryOpen(options.Register, suggestions is not null, _problems, _progress, stop, out var index, out refusal))
            return Refuse(line, refusal);
        using var openedIndex = index;

        if (!index.TryWarm(stop))
            return Refuse(line, RegisterOpening.SentenceOf(options.Register, Matching.Indexing.Packing.IndexRefusal.Altered));
        using var checking = new IndexCheck(index, withRoads: suggestions is not null, stop);
        var run = new AuthenticateRun(records, encoding.GetAwaiter().GetResult(), index, terminal.Today, _problems, _progress, stop);
        var sample = suggestions is not null ? new RecordSample() : null;
        run.Authenticate(results, sample, suggests: suggestions is not null);
        if (suggestions is not null && !TrySuggest(run, suggestions, sample!, pinned, out refusal)) return Refuse(line, refusal);
        if (!checking.IsIntact)
            return Refuse(line, RegisterOpening.SentenceOf(options.Register, Matching.Indexing.Packing.IndexRefusal.Altered));

        RepeatedRecords.Tell(records, run.Ids, _problems, stop);
        var summary = Summarise(run, index, suggestions is not null);
        if (report is not null) WriteReport(report, summary);
        foreach (var output in _outputs)
            if (!output.TryCommit(out refusal)) return Refuse(line, refusal);

        line?.Dispose();
        SummaryTable.Write(terminal.Out, terminal.IsOutTerminal, summary, Speech.Language);
        return ExitCode.Ran;
    }

    private int Refuse(ProgressLine? line, string refusal)
    {
        line?.Dispose();
        return terminal.Refuse(refusal);
    }

    private bool TryOpenOutputs(
        [NotNullWhen(true)] out AtomicOutput? results, out AtomicOutput? suggestions, out AtomicOutput? report,
        [NotNullWhen(false)] out string? refusal)
    {
        (results, suggestions, report) = (null, null, null);
        refusal = OutputPlaces.RefusalOf(
            [options.Register, options.Records, options.Model], [options.Out, options.Suggest, options.Report]);
        return refusal is null && TryOpenOutput(options.Out, out results, out refusal) && results is not null &&
            TryOpenOutput(options.Suggest, out suggestions, out refusal) &&
            TryOpenOutput(options.Report, out report, out refusal);
    }

    private bool TryOpenOutput(string? path, out AtomicOutput? output, [NotNullWhen(false)] out string? refusal)
    {
        (output, refusal) = (null, null);
        if (path is null) return true;
        if (!AtomicOutput.TryOpen(path, out output, out refusal)) return false;
        _outputs.Add(output);
        return true;
    }

    private bool TryReadModel(out LinkageModel? model, [NotNullWhen(false)] out string? refusal)
    {
        (model, refusal) = (null, null);
        if (options.Model is null || !File.Exists(options.Model)) return true;
        model = LinkageModel.TryParse(File.ReadAllText(options.Model));
        if (model is null)
            refusal = $"{options.Model}: " + Speech.Say(
                "Đây không phải là mô hình của phiên bản xacthuc này. Nêu tệp khác, hoặc xoá tệp để xacthuc ước lượng và ghi mô hình mới.",
                "This is no model of this version of xacthuc. Name another file, or delete it to have a model fitted and written there.");
        return model is not null;
    }

    private bool TrySuggest(
        AuthenticateRun run, AtomicOutput output, RecordSample sample, LinkageModel? pinned,
        [NotNullWhen(false)] out string? refusal)
    {
        refusal = null;
        _progress.Begin(Stage.Training, 0);
        var engine = run.NewEngine();
        if (pinned is not null) engine.Model = pinned;
        else engine.Fit(sample);

        if (pinned is null && options.Model is not null)
        {
            if (!TryOpenOutput(options.Model, out var file, out refusal)) return false;
            RandomAccess.Write(file!.Handle, System.Text.Encoding.UTF8.GetBytes(engine.Model.ToJson()), file.Start);
        }

        run.Suggest(output, engine, sample, options.Top);
        return true;
    }

    private RunSummary Summarise(AuthenticateRun run, PopulationIndex index, bool suggested) => new()
    {
        Register = options.Register,
        Records = options.Records,
        People = index.Facts.People,
        Started = terminal.Time.GetUtcNow() - terminal.Time.GetElapsedTime(_started),
        Elapsed = terminal.Time.GetElapsedTime(_started),
        EngineVersion = index.Facts.Engine,
        Counts = run.Tally,
        Suggested = suggested,
        Problems = _problems.All,
        ProblemsTotal = _problems.Total,
        CommuneName = Sample.CaoLoc.NameOf,
    };

    private void WriteReport(AtomicOutput output, RunSummary summary)
    {
        _progress.Begin(Stage.WritingReport, 0);
        using var text = new MemoryStream();
        ReportPage.Write(text, summary, Language.Vietnamese);
        RandomAccess.Write(output.Handle, text.GetBuffer().AsSpan(0, (int)text.Length), output.Start);
    }
}
