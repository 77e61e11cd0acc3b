using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Gates;

/// <summary>A guard's device that sends scans one call after the other.</summary>
internal sealed class GuardDevice : IDisposable
{
    private static int _people;

    private readonly HttpClient _http;

    private GuardDevice(Uri house, string bearer)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = house };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
    }

    /// <summary>Scans that the house said it keeps.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Lays places and devices into the house.</summary>
    public static async Task<IReadOnlyList<GuardDevice>> Enrol(NpgsqlDataSource data, Uri house, int devices, int places)
    {
        var guards = new List<GuardDevice>();
        for (var i = 0; i < places; i++)
        {
            await using var place = data.CreateCommand(
                "INSERT INTO check_points (\"Code\", \"UnitId\", \"Path\", \"Name\", \"Address\", \"Kind\", \"Responsible\", \"Phone\", \"RegisteredBy\", \"RegisteredAt\", \"Version\") " +
                "SELECT $1, \"Id\", \"Path\", 'Gate', 'Road', 5, 'Guard', '0912345678', 'bench', now(), 1 FROM units ORDER BY \"Id\" LIMIT 1 RETURNING \"Id\"");
            place.Parameters.Add(new NpgsqlParameter { Value = $"DKS-BENCH-{i}" });
            var id = (long)(await place.ExecuteScalarAsync())!;
            for (var nth = i; nth < devices; nth += places)
            {
                var (publicId, secret) = (Guid.NewGuid().ToString("N"), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
                await using var device = data.CreateCommand(
                    "INSERT INTO check_devices (\"PublicId\", \"PlaceId\", \"Guard\", \"Name\", \"SecretHash\", \"EnrolledAt\", \"LastSeenAt\", \"OffBy\", \"Version\") VALUES ($1, $2, 'Guard', 'Phone', $3, now(), now(), '', 1)");
                device.Parameters.Add(new NpgsqlParameter { Value = publicId });
                device.Parameters.Add(new NpgsqlParameter { Value = id });
                device.Parameters.Add(new NpgsqlParameter { Value = SHA256.HashData(Encoding.UTF8.GetBytes(secret)) });
                await device.ExecuteNonQueryAsync();
                guards.Add(new GuardDevice(house, $"{publicId}.{secret}"));
            }
        }

        return guards;
    }

    /// <summary>Sends until a moment; how long each call took.</summary>
    public async Task<List<long>> Send(int batch, long until)
    {
        var ticks = new List<long>();
        while (Stopwatch.GetTimestamp() < until)
        {
            using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { scans = Enumerable.Range(0, batch).Select(_ => Scan()) }));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var start = Stopwatch.GetTimestamp();
            using var answer = await _http.PostAsync(new Uri("verifier/api/scans", UriKind.Relative), body);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                // As a device does: later. It is no part of what a call takes.
                await Task.Delay(50);
                continue;
            }

            if (!answer.IsSuccessStatusCode) throw new Refused($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            ticks.Add(Stopwatch.GetTimestamp() - start);
            using var said = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
            Acknowledged += said.RootElement.GetProperty("kept").GetArrayLength();
        }

        return ticks;
    }

    public void Dispose() => _http.Dispose();

    private static object Scan()
    {
        var nth = Interlocked.Increment(ref _people);
        return new
        {
            id = Guid.NewGuid(),
            at = TimeProvider.System.GetUtcNow(),
            way = nth % 2 == 0 ? "in" : "out",
            kind = "personal-qr",
            verdict = nth % 20 == 0 ? "rule-not-met" : "genuine",
            reasons = nth % 20 == 0 ? (string[])["over"] : [],
            person = new { name = $"NGUYEN VAN {nth}", born = "1987", paper = $"020087{nth % 1_000_000:000000}", qid = $"1629793885{nth:00000000}" },
        };
    }
}
