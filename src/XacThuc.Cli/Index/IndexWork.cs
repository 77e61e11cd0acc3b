using XacThuc.Cli.Authenticate.Registers;
using XacThuc.Cli.Progress;
using XacThuc.Matching.Indexing.Packing;
using XacThuc.Matching.Texts;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Index;

/// <summary>Reads a register and writes it packed.</summary>
internal sealed class IndexWork(string register, string output, Terminal terminal, CancellationToken stop)
{
    public int Run()
    {
        var progress = new RunProgress();
        using var line = ProgressLine.Start(
            terminal.Error, terminal.IsErrorTerminal, progress, terminal.Time, () => Console.WindowWidth, Speech.Language);
        try
        {
            return Try(progress, line);
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
            return terminal.Refuse($"{output}: {AtomicOutput.SentenceOf(e)}");
        }
    }

    private int Try(RunProgress progress, ProgressLine? line)
    {
        if (OutputPlaces.RefusalOf([register], [output]) is { } taken) return terminal.Refuse(taken);
        if (!AtomicOutput.TryOpen(output, out var file, out var refusal)) return terminal.Refuse(refusal);
        using var opened = file;
        if (file.IsDirect) return terminal.Refuse($"{output}: " + Speech.Say(
            "Sổ đóng gói phải được ghi vào một tệp. Hãy nêu tên tệp.",
            "A packed register needs a file to be written to. Name one."));

        var started = terminal.Time.GetTimestamp();
        var problems = new ProblemList();
        if (!RegisterOpening.TryOpen(register, ordered: true, problems, progress, stop, out var index, out refusal)) return terminal.Refuse(refusal);
        using var openedIndex = index;

        progress.Begin(Stage.Indexing, 1000);
        var done = 0L;
        PopulationIndexWriter.Write(index, file.Handle, terminal.Time.GetUtcNow(), share =>
        {
            progress.Advance((long)(share * 1000) - done, 0);
            done = (long)(share * 1000);
        }, stop);
        var bytes = RandomAccess.GetLength(file.Handle);
        if (!file.TryCommit(out refusal)) return terminal.Refuse(refusal);

        line?.Dispose();
        var seconds = terminal.Time.GetElapsedTime(started).TotalSeconds;
        terminal.Out.WriteLine(
            Speech.Say(
                $"{output}: đã đóng gói {index.Facts.People:N0} người vào {bytes / 1048576.0:N1} MiB trong {seconds:N1} giây; {problems.Total:N0} vấn đề.",
                $"{output}: {index.Facts.People:N0} people packed into {bytes / 1048576.0:N1} MiB in {seconds:N1} s; {problems.Total:N0} problems."));
        foreach (var problem in problems.All.Take(10)) terminal.Out.WriteLine(problem);
        return ExitCode.Ran;
    }
}
