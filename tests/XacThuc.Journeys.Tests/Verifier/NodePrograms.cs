using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>The verifier's own code, run beside the browser: what <c>npm run conformance</c> made of it.</summary>
internal static class NodePrograms
{
    private static readonly string Folder = Path.Combine(Browser.Screenshots(), "..", "web", "conformance");

    public static string Wasm => Path.Combine(Folder, "zxing_reader.wasm");

    /// <summary>The lines of JSON that a program prints.</summary>
    public static async Task<List<JsonElement>> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, program), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var (told, said) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await said);
        return [.. (await told).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
