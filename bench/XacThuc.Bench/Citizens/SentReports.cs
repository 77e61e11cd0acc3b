using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace XacThuc.Bench.Citizens;

/// <summary>Residents who report, each with a phone of their own, a photo, and the code from the phone, which is a file in a folder here.</summary>
internal sealed partial class SentReports(Uri house, string messages, Func<int, IEnumerable<(string Name, string Value)>> form, IReadOnlyList<byte[]> photos)
{
    private readonly ConcurrentDictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private int _nth;

    /// <summary>Form keys of reports that the house said it had recorded.</summary>
    public ConcurrentBag<Guid> Recorded { get; } = [];

    /// <summary>What it said to what it did not take.</summary>
    public ConcurrentBag<string> Refused { get; } = [];

    /// <summary>The phone of the nth resident.</summary>
    public static string PhoneOf(int nth) => $"03{nth:00000000}";

    /// <summary>Sends until a moment or until so many were sent, or the house is gone.</summary>
    public async Task Run(int residents, int most, long until, CancellationToken gone = default)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(gone);
        var reading = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                ReadCodes();
                await Task.Delay(50, CancellationToken.None);
            }
        }, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, residents).Select(_ => Task.Run(() => One(most, until))));
        await over.CancelAsync();
        await reading;
    }

    private async Task One(int most, long until)
    {
        using var resident = new Resident(house);
        while (Stopwatch.GetTimestamp() < until)
        {
            var nth = Interlocked.Increment(ref _nth);
            if (nth > most) return;
            try
            {
                await Report(resident, nth);
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
                return;
            }
        }
    }

    private async Task Report(Resident resident, int nth)
    {
        var (key, phone) = (Guid.CreateVersion7(), PhoneOf(nth));
        await resident.Get("/portal/feedback");
        var sent = await resident.Post("/portal/feedback", [("Form.Key", $"{key}"), ("Form.Phone", phone), .. form(nth)], photos[nth % photos.Count]);
        if (sent.Status != 302)
        {
            Refused.Add($"{sent.Status} {Notice().Match(sent.Text).Value}");
            return;
        }

        await resident.Get(sent.Address);
        string? code = null;
        for (var tries = 0; tries < 600 && !_codes.TryRemove(phone, out code); tries++) await Task.Delay(50);
        var confirmed = await resident.Post(sent.Address, [("Code", code ?? "")]);
        if (confirmed.Status == 302) Recorded.Add(key);
        else Refused.Add($"code: {confirmed.Status} {Notice().Match(confirmed.Text).Value}");
    }

    private void ReadCodes()
    {
        if (!Directory.Exists(messages)) return;
        foreach (var file in Directory.EnumerateFiles(messages, "*-code-*.txt"))
        {
            if (!_read.Add(file)) continue;
            var lines = File.ReadAllLines(file);
            _codes[lines[0]] = Code().Match(lines[2]).Value;
        }
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("""(?<=notice is-wrong)[\s\S]{0,400}""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Notice();
}
