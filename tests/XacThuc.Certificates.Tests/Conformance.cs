using System.Text.Json;
using Xunit;

namespace XacThuc.Certificates.Tests;

/// <summary>
/// The published suites, which are not part of the repository: the folder that <c>XACTHUC_CONFORMANCE</c> names, or
/// <c>shared/conformance</c> beside the repository. A test that needs them is skipped where they are absent.
/// </summary>
internal static class Conformance
{
    private static readonly string? Folder = Find();

    /// <summary>The JSON of each file of a suite, with the file's name.</summary>
    public static IEnumerable<(string Name, JsonElement Json)> Files(string suite)
    {
        return Directory.EnumerateFiles(FolderOf(suite), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), Read(file)));
    }

    /// <summary>The folder of a suite.</summary>
    public static string FolderOf(string suite)
    {
        Assert.SkipWhen(Folder is null, "The published suites are not here (XACTHUC_CONFORMANCE).");
        return Path.Combine(Folder!, suite);
    }

    public static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllText(file));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("XACTHUC_CONFORMANCE") is { Length: > 0 } named) return named;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "XacThuc.slnx"))) root = root.Parent;

        var beside = Path.Combine(root?.Parent?.FullName ?? "", "shared", "conformance");
        return Directory.Exists(beside) ? beside : null;
    }
}
