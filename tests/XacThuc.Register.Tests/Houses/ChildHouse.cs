using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace XacThuc.Register.Tests.Houses;

/// <summary>A house in a process of its own, which can be killed like any other.</summary>
internal sealed class ChildHouse : IDisposable
{
    public const string Word = "--house";

    private readonly Process _process;
    private readonly GivenPlace _place;
    private readonly HttpClient _client;

    private ChildHouse(Process process, GivenPlace place, Uri address)
    {
        (_process, _place) = (process, place);
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(GivenSignIn.Scheme, "client/CAH-183");
    }

    public static async Task<ChildHouse> Start(GivenPlace place)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) is "dotnet") start.ArgumentList.Add(typeof(ChildHouse).Assembly.Location);
        start.ArgumentList.Add(Word);
        foreach (var word in place.Words) start.ArgumentList.Add(word);
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("http", StringComparison.Ordinal)) continue;
            // What else it says goes nowhere, so that it never waits for a reader.
            _ = process.StandardOutput.ReadToEndAsync();
            return new ChildHouse(process, place, new Uri(line));
        }

        throw new InvalidOperationException("The house did not start.");
    }

    /// <summary>What the process does.</summary>
    public static async Task<int> Live(string[] words)
    {
        await using var house = await GivenHouse.Start(GivenPlace.Of(words));
        Console.WriteLine(house.Address);
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    public async Task<string> Ask(string path)
    {
        using var body = new StringContent(await File.ReadAllTextAsync(path), Encoding.UTF8, "text/csv");
        var asked = await _client.PostAsync(new Uri("/api/v1/population/import", UriKind.Relative), body);
        return asked.Headers.Location!.ToString();
    }

    public async Task WaitFor(string location, Func<long, bool> isEnough)
    {
        var id = location.Split('/')[^1];
        for (var i = 0; i < 600; i++)
        {
            await using var connection = await _place.Database.Open(CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = $"""SELECT "Done" FROM jobs WHERE "Id" = {id}""";
            if (isEnough(Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture))) return;
            await Task.Delay(20);
        }

        throw new TimeoutException("The job did not begin.");
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        _client.Dispose();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }
}
