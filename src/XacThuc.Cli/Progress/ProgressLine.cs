using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Progress;

/// <summary>
/// Shows a run's progress in one line of a terminal, rewritten a few times a second by a timer; the workers never wait
/// for it. Disposing leaves the line empty, however the run ended.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Rates are of the last seconds: a stage that slows down says so.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(8);

    private readonly Lock _writing = new();
    private readonly Queue<(long At, ProgressSnapshot Progress)> _past = [];
    private readonly TextWriter _terminal;
    private readonly RunProgress _progress;
    private readonly TimeProvider _time;
    private readonly Func<int> _width;
    private readonly Language _language;
    private readonly ITimer _timer;
    private int _written;
    private bool _ended;

    private ProgressLine(TextWriter terminal, RunProgress progress, TimeProvider time, Func<int> width, Language language)
    {
        (_terminal, _progress, _time, _language) = (terminal, progress, time, language);
        // Some terminals do not know their width.
        _width = () => width() is var columns and > 0 ? columns : 80;
        _timer = time.CreateTimer(static line => ((ProgressLine)line!).Show(), this, Pause, Pause);
    }

    /// <summary>Shows on a terminal, and nothing at all elsewhere.</summary>
    public static ProgressLine? Start(
        TextWriter output, bool isTerminal, RunProgress progress, TimeProvider time, Func<int> width, Language language) =>
        isTerminal ? new(output, progress, time, width, language) : null;

    public void Dispose()
    {
        lock (_writing)
        {
            if (_ended) return;
            _ended = true;
            _timer.Dispose();
            Clear();
        }
    }

    private void Show()
    {
        // A terminal that stops reading must not pile up timers.
        if (!_writing.TryEnter()) return;
        try
        {
            if (!_ended) Rewrite();
        }
        catch (IOException)
        {
            // The terminal is gone; the run is not.
            _ended = true;
            _timer.Dispose();
        }
        finally
        {
            _writing.Exit();
        }
    }

    private void Rewrite()
    {
        var now = _progress.Now();
        if (now.Stages == 0) return;
        var then = Remember(now);
        var line = ProgressText.Of(now, then.Progress, _time.GetElapsedTime(then.At), _width(), _language);
        _terminal.Write('\r' + line.PadRight(_written));
        _terminal.Flush();
        _written = line.Length;
    }

    private (long At, ProgressSnapshot Progress) Remember(ProgressSnapshot now)
    {
        var at = _time.GetTimestamp();
        while (_past.TryPeek(out var first)
            && (first.Progress.Stages != now.Stages || _time.GetElapsedTime(first.At, at) > Window))
        {
            _past.Dequeue();
        }

        _past.Enqueue((at, now));
        return _past.Peek();
    }

    private void Clear()
    {
        if (_written == 0) return;
        try
        {
            // Two more: "^C" stands where it was pressed.
            _terminal.Write('\r' + new string(' ', Math.Min(_written + 2, Math.Max(_width() - 1, 0))) + '\r');
            _terminal.Flush();
        }
        catch (IOException)
        {
            // Nothing is left to be cleaned.
        }
    }
}
