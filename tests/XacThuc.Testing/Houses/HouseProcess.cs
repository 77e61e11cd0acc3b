using System.Diagnostics;
using System.Globalization;
using XacThuc.Cli.Houses.SampleData;

namespace XacThuc.Testing.Houses;

/// <summary>One house of a sample as a process of its own, which can be killed at any moment and started again.</summary>
public sealed class HouseProcess(string house, string data, Uri platform, Uri register, string? postgres) : IAsyncDisposable
{
    private Process? _process;

    /// <summary>No file of the house may grow beyond so many kibibytes, as on a disk that is full; as it likes where nothing is said.</summary>
    public int? LargestFile { get; set; }

    /// <summary>Starts the house and waits until it answers.</summary>
    public async Task Start()
    {
        Launch();
        using var http = new HttpClient { BaseAddress = Address };
        await Until(() => Answers(http));
    }

    /// <summary>Starts the house and kills it as soon as it has come so far.</summary>
    public async Task KillOnce(Func<Task<bool>> isSoFar)
    {
        Launch();
        await Until(isSoFar);
        await Kill();
    }

    /// <summary>A program signed in to the house with all its scopes.</summary>
    public Task<ApiSession> Client()
    {
        var client = SampleSetUp.Clients().First(client => client.House.Equals(house, StringComparison.Ordinal));
        return ApiSession.SignIn(Address, client.Id, client.Secret, client.Scopes);
    }

    private Uri Address => house is "platform" ? platform : register;

    private async Task Until(Func<Task<bool>> isSoFar)
    {
        while (!await isSoFar())
        {
            if (_process!.HasExited) throw new InvalidOperationException($"The {house} ended with code {_process.ExitCode}.");
            await Task.Delay(10);
        }
    }

    private void Launch()
    {
        List<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "xacthuc.dll"), "run", "--only", house, "--sample", "accounts",
            "--data", data, "--platform", platform.ToString(), "--register", register.ToString(),
        ];
        if (postgres is not null) arguments.AddRange(["--postgres", postgres]);
        var command = "dotnet";
        if (LargestFile is { } most)
        {
            // Without the trap the system would end the process instead of refusing the write; the runtime's own memory is
            // a file too where it may not be written and run at once.
            arguments.InsertRange(0, ["-c", $"trap '' XFSZ; ulimit -f {most}; export DOTNET_EnableWriteXorExecute=0; exec dotnet \"$@\"", "house"]);
            command = "bash";
        }

        _process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Tells it to stop, as a service manager does, and waits until it has; gives its exit code.</summary>
    public async Task<int> Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    /// <summary>Ends it as a loss of power would.</summary>
    public async Task Kill()
    {
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>An address on which nobody listens.</summary>
    public static Uri FreeAddress() => new($"http://localhost:{FreePort.Take()}");

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("sign-in");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Kill();
}
