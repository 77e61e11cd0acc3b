using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using XacThuc.Bench.Served;

namespace XacThuc.Bench.Sessions;

/// <summary>
/// One desk: for each of its people the card, the screening, the injection, and the page that follows each, as the desk's script asks for them.
/// What is not answered is sent again, with the same key, until it is.
/// </summary>
internal sealed partial class BusyDesk(int station, string session, string lot, IReadOnlyList<int> numbers, int pause)
{
    private readonly Queue<int> _left = new(numbers);
    private (int Number, Guid Key)? _open;

    /// <summary>Which station's it is, from 0.</summary>
    public int Station => station;

    /// <summary>Keys of injections that the house said it had taken.</summary>
    public List<Guid> Taken { get; } = [];

    /// <summary>How long the house took for an injection and its page.</summary>
    public List<long> Ticks { get; } = [];

    /// <summary>What the house said to what it did not take.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Works until a moment, until nobody is left, or until the house does not answer.</summary>
    /// <returns>Whether the house answered to the end.</returns>
    public async Task<bool> Work(Visitor desk, long until)
    {
        try
        {
            while (Stopwatch.GetTimestamp() < until && (_open is not null || _left.Count > 0))
            {
                _open ??= (_left.Dequeue(), Guid.CreateVersion7());
                await Vaccinate(desk, _open.Value.Number, _open.Value.Key);
                _open = null;
                if (pause > 0) await Task.Delay(pause);
            }

            return true;
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task Vaccinate(Visitor desk, int number, Guid key)
    {
        var at = number.ToString(CultureInfo.InvariantCulture);

        _ = await desk.PostByScript("X-Desk", $"{session}/desk?handler=find", ("Sought", at));

        // Screened already where the answer was lost before.
        _ = await desk.PostByScript("X-Desk", $"{session}/desk?handler=screen", ("number", at), ("outcome", "Fit"));
        var start = Stopwatch.GetTimestamp();
        var injected = await desk.PostByScript("X-Desk", $"{session}/desk?handler=inject", ("number", at), ("entryKey", $"{key}"), ("lot", lot));
        Ticks.Add(Stopwatch.GetTimestamp() - start);
        if (injected.Status == (int)HttpStatusCode.OK) Taken.Add(key);
        else Refused.Add(Notice().Match(injected.Text) is { Success: true } said ? said.Groups["it"].Value : $"{injected}");
    }

    [GeneratedRegex("""notice is-wrong.*?</svg>(?<it>.{0,300}?)</div""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Notice();
}
