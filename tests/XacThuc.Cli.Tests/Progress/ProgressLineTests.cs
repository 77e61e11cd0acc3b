using XacThuc.Cli.Progress;
using XacThuc.Matching.Texts;
using Xunit;

namespace XacThuc.Cli.Tests.Progress;

public sealed class ProgressLineTests
{
    private readonly HandTurnedTime _time = new();
    private readonly RunProgress _progress = new();

    [Fact]
    public void The_line_says_what_how_far_how_fast_and_how_long_yet()
    {
        using var terminal = new StringWriter();
        using var line = Start(terminal, Language.English);
        _progress.Begin(Stage.Authenticating, 1_000);
        _time.Turn(TimeSpan.FromSeconds(0.2));
        _progress.Advance(250, 500_000);

        _time.Turn(TimeSpan.FromSeconds(2));

        Assert.EndsWith(
            "\rAuthenticating  [######..................]  25%  500,000 records  250,000/s  about 6 s left",
            terminal.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_said_in_Vietnamese_too()
    {
        using var terminal = new StringWriter();
        using var line = Start(terminal, Language.Vietnamese);
        _progress.Begin(Stage.ReadingRegister, 1_000);
        _time.Turn(TimeSpan.FromSeconds(0.2));
        _progress.Advance(500, 1_500_000);

        _time.Turn(TimeSpan.FromSeconds(60));

        Assert.EndsWith(
            "\rĐọc dữ liệu dân cư  [############............]  50%  1.500.000 người", terminal.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_stage_starts_its_rate_anew()
    {
        using var terminal = new StringWriter();
        using var line = Start(terminal, Language.English);
        _progress.Begin(Stage.ReadingRegister, 100);
        _progress.Advance(100, 1_000_000);
        _time.Turn(TimeSpan.FromSeconds(2));
        _progress.Begin(Stage.Suggesting, 100);
        _progress.Advance(1, 10);

        _time.Turn(TimeSpan.FromSeconds(0.2));

        Assert.EndsWith("\rSuggesting  [........................]  1%  10 records", terminal.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_empty_in_the_end_and_stays_so()
    {
        using var terminal = new StringWriter();
        var line = Start(terminal, Language.English);
        _progress.Begin(Stage.Suggesting, 100);
        _time.Turn(TimeSpan.FromSeconds(1));

        line!.Dispose();
        _time.Turn(TimeSpan.FromSeconds(1));

        Assert.Matches(@"\r +\r$", terminal.ToString());
    }

    [Fact]
    public void A_narrow_terminal_gets_a_line_that_fits()
    {
        using var terminal = new StringWriter();
        using var line = ProgressLine.Start(terminal, isTerminal: true, _progress, _time, () => 20, Language.Vietnamese);
        _progress.Begin(Stage.Authenticating, 100);
        _progress.Advance(50, 1_234_567);

        _time.Turn(TimeSpan.FromSeconds(1));

        Assert.All(terminal.ToString().Split('\r'), shown => Assert.True(shown.Length < 20));
    }

    [Fact]
    public void Away_from_a_terminal_nothing_is_shown()
    {
        using var output = new StringWriter();

        var line = ProgressLine.Start(output, isTerminal: false, _progress, _time, () => 80, Language.English);

        Assert.Null(line);
    }

    [Fact]
    public void A_terminal_that_went_away_does_not_end_the_run()
    {
        using var line = Start(new ClosedTerminal(), Language.English);
        _progress.Begin(Stage.Authenticating, 100);

        var thrown = Record.Exception(() => _time.Turn(TimeSpan.FromSeconds(1)));

        Assert.Null(thrown);
    }

    private ProgressLine? Start(TextWriter terminal, Language language) =>
        ProgressLine.Start(terminal, isTerminal: true, _progress, _time, () => 120, language);

    private sealed class ClosedTerminal : StringWriter
    {
        public override void Write(string? value) => throw new IOException();
    }

    /// <summary>A clock that stands still until it is turned; its timer rings once a turn.</summary>
    private sealed class HandTurnedTime : TimeProvider
    {
        private long _now;
        private Action? _ring;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring = () => callback(state);
            return new Bell(this);
        }

        public void Turn(TimeSpan on)
        {
            _now += on.Ticks;
            _ring?.Invoke();
        }

        private sealed class Bell(HandTurnedTime clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => clock._ring = null;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
