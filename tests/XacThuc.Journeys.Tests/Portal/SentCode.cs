using System.Text.RegularExpressions;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Portal;

/// <summary>The one-time code in the phone of whoever stands before the portal: in sample houses a file of a folder.</summary>
internal static partial class SentCode
{
    /// <summary>The last one, once it has left.</summary>
    public static async Task<string> Last(TestHouses houses)
    {
        var folder = Path.Combine(houses.Folder, "platform", "messages");
        for (var tries = 0; tries < 300; tries++)
        {
            if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*-code-*.txt").Max(StringComparer.Ordinal) is { } file)
                return Code().Match(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Value;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No code has come within half a minute.");
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex Code();
}
