using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace XacThuc.Journeys.Tests.Killed;

/// <summary>A scan as a phone keeps it until the house has answered.</summary>
internal sealed record PhoneScan(Guid Id, DateTimeOffset At, string Way, string Verdict, string[] Reasons);

/// <summary>A guard's phone: it scans without end, sends one scan at a time or many, and sends again whatever was not answered.</summary>
internal sealed class GuardPhone : IDisposable
{
    private static readonly string[] Ways = ["in", "out", "look"];
    private static readonly (string Verdict, string[] Reasons)[] Verdicts =
        [("genuine", []), ("rule-not-met", ["over", "rule-not-met"]), ("cannot-know", ["lists-old"]), ("not-genuine", ["signature-wrong"]), ("no-certificate", ["unsigned"])];

    /// <summary>Before it tries again, as the app waits too.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http;
    private readonly Random _random;
    private readonly List<PhoneScan> _waiting = [];

    private GuardPhone(HttpClient http, string place, int nth) => (_http, Place, _random) = (http, place, new Random(20211124 + nth));

    /// <summary>The code of its place.</summary>
    public string Place { get; }

    /// <summary>All that it ever scanned.</summary>
    public ConcurrentBag<PhoneScan> Scanned { get; } = [];

    /// <summary>Calls that brought no answer.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Enrols itself with the token of a link.</summary>
    public static async Task<GuardPhone> Enrol(Uri house, string place, string token, int nth)
    {
        var http = new HttpClient { BaseAddress = house, Timeout = TimeSpan.FromSeconds(60) };
        using var answer = await http.PostAsJsonAsync("verifier/api/devices", new { token, name = "Chrome" });
        answer.EnsureSuccessStatusCode();
        var secret = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return new GuardPhone(http, place, nth);
    }

    /// <summary>Scans and sends until it is told to stop, then sends what is left.</summary>
    public async Task Work(CancellationToken end)
    {
        while (!end.IsCancellationRequested || _waiting.Count > 0)
        {
            if (!end.IsCancellationRequested)
                for (var i = _random.Next(1, 40); i > 0; i--) _waiting.Add(Scan());
            var many = _random.Next(3) == 0 ? 1 : _random.Next(2, 120);
            List<PhoneScan> part = [.. _waiting.Take(many)];
            if (await Send(part) is { } kept) _waiting.RemoveAll(scan => kept.Contains(scan.Id));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HashSet<Guid>?> Send(List<PhoneScan> part)
    {
        try
        {
            var scans = part.Select(scan => new
            {
                id = scan.Id,
                at = scan.At,
                way = scan.Way,
                kind = "personal-qr",
                verdict = scan.Verdict,
                reasons = scan.Reasons,
                person = new { name = "NGUYEN VAN AN", born = "1987", qid = "162979388586171100" },
            });
            using var answer = await _http.PostAsJsonAsync("verifier/api/scans", new { scans });
            if ((int)answer.StatusCode == 429)
            {
                await Task.Delay(Breath);
                return null;
            }

            // A house that answers keeps them: a fault of its own would be sent again and again and never be seen.
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return [.. said.GetProperty("kept").EnumerateArray().Select(id => id.GetGuid())];
        }
        catch (Exception away) when (away is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            Unanswered++;
            await Task.Delay(Breath);
            return null;
        }
    }

    // Some were made without a network, days ago: many hours are counted at once.
    private PhoneScan Scan()
    {
        var (verdict, reasons) = Verdicts[_random.Next(Verdicts.Length)];
        var at = TimeProvider.System.GetUtcNow() - (_random.Next(4) == 0 ? TimeSpan.FromMinutes(_random.Next(10 * 24 * 60)) : TimeSpan.Zero);
        var scan = new PhoneScan(Guid.NewGuid(), at, Ways[_random.Next(Ways.Length)], verdict, reasons);
        Scanned.Add(scan);
        return scan;
    }
}
