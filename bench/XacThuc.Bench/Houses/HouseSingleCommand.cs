using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Houses;

/// <summary>
/// Single authentications by HTTP beside what the same server echoes in the same form, both asked by wrk (Debian) with the
/// records of the sample. Answers are audited; the client's token is read each time.
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
            await house.Import(data.Register);
            var script = Path.Combine(Path.GetTempPath(), $"xacthuc-bench-{Environment.ProcessId}.lua");
            await File.WriteAllTextAsync(script, Script(data.Register, await house.Token()), CancellationToken.None);
            foreach (var (address, time) in (ReadOnlySpan<(string, int)>)[("/echo", 3), ("/api/v1/authentications", 3)])
                Wrk(script, house, address, parsed.GetValue(connections), time);
            foreach (var address in (string[])["/echo", "/api/v1/authentications", "/echo", "/api/v1/authentications"])
                Console.WriteLine($"{address}\n{Wrk(script, house, address, parsed.GetValue(connections), parsed.GetValue(seconds))}");
            File.Delete(script);
            return 0;
        });
        return command;
    }

    private static string Wrk(string script, BenchHouse house, string address, int connections, int seconds)
    {
        var run = ChildProcess.Run(
            "wrk", "-t", "2", "-c", connections.ToString(CultureInfo.InvariantCulture), "-d", $"{seconds}s", "--latency", "-s", script,
            new Uri(house.Address, address).ToString());
        return run.ExitCode == 0 ? run.Said : throw new Refused($"wrk: {run.Said}");
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

/// <summary>What is echoed.</summary>
internal sealed record EchoRecord(string RecordId, string FullName, string Sex, string DateOfBirth, string IdNumber, string CommuneCode)
{
    public override string ToString() => nameof(EchoRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EchoRecord))]
internal sealed partial class EchoJson : JsonSerializerContext;
