using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Houses;

/// <summary>
/// Single authentications by HTTP beside what the same server echoes in the same form, both asked by wrk (Debian) with the
/// records of the sample. The client's token is read each time. The issue asks for 0.9 times the echo without signature and audit.
/// </summary>
internal static class HouseSingleCommand
{
    public static Command Create()
    {
        var people = new Option<long>("--people") { DefaultValueFactory = _ => 100_000 };
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 32 };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10 };
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server; a SQLite file without it" };
        var folder = new Option<string?>("--data") { Description = "Folder with register.csv" };
        var engine = Engine.Option();
        var command = new Command("house-single", "Single authentications by HTTP beside an echo of the same server") { people, connections, seconds, postgres, folder, engine };
        command.SetAction(async (parsed, _) =>
        {
            var data = parsed.GetValue(folder) is { } given && File.Exists(Path.Combine(given, "register.csv"))
                ? new BenchData(Path.GetFullPath(given))
                : BenchData.Get(Engine.Find(parsed.GetValue(engine)), null, parsed.GetValue(people), 1000, 1, "ordinary");
            await using var house = await BenchHouse.Start(parsed.GetValue(postgres), app => app.MapPost("/echo", Echo).WithMetadata(new AllowAnonymousAttribute()));
            await using var unkept = await BenchHouse.Start(parsed.GetValue(postgres), keepsAnswers: false);
            await house.Import(data.Register);
            await unkept.Import(data.Register);
            var script = Path.Combine(Path.GetTempPath(), $"xacthuc-bench-{Environment.ProcessId}.lua");
            await File.WriteAllTextAsync(script, Script(data.Register, await house.Token()), CancellationToken.None);
            var unkeptScript = Path.ChangeExtension(script, ".unkept.lua");
            await File.WriteAllTextAsync(unkeptScript, Script(data.Register, await unkept.Token()), CancellationToken.None);
            await using var bare = await BareEcho(house.Address.Port + 1);
            var (connected, time) = (parsed.GetValue(connections), parsed.GetValue(seconds));
            (string Name, Uri Address, string Script)[] contestants =
            [
                ("echo of a bare server", new Uri($"http://127.0.0.1:{house.Address.Port + 1}/echo"), script),
                ("echo of the house", new Uri(house.Address, "/echo"), script),
                ("authentication, neither signed nor audited", new Uri(unkept.Address, "/api/v1/authentications"), unkeptScript),
                ("authentication, audited", new Uri(house.Address, "/api/v1/authentications"), script),
            ];
            foreach (var contestant in contestants) Wrk(contestant.Script, contestant.Address, connected, 4);
            var best = new Dictionary<string, Load>(StringComparer.Ordinal);
            for (var round = 0; round < 2; round++)
            {
                foreach (var (name, address, asking) in contestants)
                {
                    var load = Wrk(asking, address, connected, time);
                    if (!best.TryGetValue(name, out var before) || before.Rate < load.Rate) best[name] = load;
                }
            }

            File.Delete(script);
            File.Delete(unkeptScript);
            var table = new PlainTable($"JSON posts, {connected} connections, better of two runs", "a second", "times bare echo", "times its own echo", "99 % ms", "of the 2 ms asked");
            foreach (var (name, _, _) in contestants)
            {
                var load = best[name];
                table.Add(
                    name, StandingCells.Number(load.Rate, "0"), StandingCells.Number(load.Rate / best[contestants[0].Name].Rate, "0.00"),
                    StandingCells.Number(load.Rate / best[contestants[1].Name].Rate, "0.00"), StandingCells.Number(load.NinetyNinth, "0.00"),
                    StandingCells.Number(load.NinetyNinth / 2, "0.00"));
            }

            Console.WriteLine(MachineFacts.Now());
            Console.WriteLine();
            Console.WriteLine(table);
            return 0;
        });
        return command;
    }

    private static async Task<WebApplication> BareEcho(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapPost("/echo", Echo);
        await app.StartAsync();
        return app;
    }

    private static Load Wrk(string script, Uri address, int connections, int seconds)
    {
        var run = ChildProcess.Run(
            "wrk", "-t", "2", "-c", connections.ToString(CultureInfo.InvariantCulture), "-d", $"{seconds}s", "--latency", "-s", script,
            address.ToString());
        if (run.ExitCode != 0) throw new Refused($"wrk is needed (apt-get install wrk): {run.Said}");
        if (run.Said.Contains("Non-2xx", StringComparison.Ordinal)) throw new Refused($"{address.AbsolutePath} refused some: {run.Said}");
        return new Load(Figure(run.Said, "Requests/sec:"), Figure(run.Said, "99%"));
    }

    // Behind a word where wrk says it last, since its table of deviations has shares too: a number, or a time in milliseconds.
    private static double Figure(string said, string word)
    {
        var text = said[(said.LastIndexOf(word, StringComparison.Ordinal) + word.Length)..].TrimStart().Split('\n', ' ')[0].Trim();
        var number = double.Parse(text.TrimEnd('u', 'm', 's'), CultureInfo.InvariantCulture);
        return text.EndsWith("us", StringComparison.Ordinal) ? number / 1000 : text.EndsWith("ms", StringComparison.Ordinal) || !text.EndsWith('s') ? number : number * 1000;
    }

    // A thousand people of the register, each as the register has them.
    private static string Script(string register, string token)
    {
        var bodies = GivenRows.People(register).Take(1000).Select((person, i) =>
            $$"""'{"record_id":"r{{i}}","full_name":"{{person.FullName}}","sex":"{{person.Sex}}","date_of_birth":"{{person.DateOfBirth}}","id_number":"{{person.PersonalId}}","commune_code":"{{person.CommuneCode}}"}'""");
        return $$"""
            local bodies = { {{string.Join(",\n", bodies)}} }
            local next = 0
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["Authorization"] = "Bearer {{token}}"
            request = function()
              next = next % #bodies + 1
              return wrk.format(nil, nil, nil, bodies[next])
            end
            """;
    }

    private static async Task Echo(HttpContext http)
    {
        var record = await System.Text.Json.JsonSerializer.DeserializeAsync(http.Request.BodyReader, EchoJson.Default.EchoRecord, http.RequestAborted);
        http.Response.ContentType = "application/json";
        await System.Text.Json.JsonSerializer.SerializeAsync(http.Response.BodyWriter, record!, EchoJson.Default.EchoRecord, http.RequestAborted);
    }
}

/// <summary>What wrk counted.</summary>
internal sealed record Load(double Rate, double NinetyNinth);

/// <summary>What is echoed.</summary>
internal sealed record EchoRecord(string RecordId, string FullName, string Sex, string DateOfBirth, string IdNumber, string CommuneCode)
{
    public override string ToString() => nameof(EchoRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EchoRecord))]
internal sealed partial class EchoJson : JsonSerializerContext;
