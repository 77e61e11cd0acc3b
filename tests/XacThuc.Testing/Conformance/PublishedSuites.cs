using System.Text.Json;

namespace XacThuc.Testing.Conformance;

/// <summary>
/// The published suites, which are not part of the repository: the folder that <c>XACTHUC_CONFORMANCE</c> names, or
/// <c>shared/conformance</c> beside the repository. A test that needs them is skipped where they are absent.
/// </summary>
internal static class PublishedSuites
{
    public const string Absent = "The published suites are not here (XACTHUC_CONFORMANCE).";

    private static readonly string? Folder = Find();

    public static bool AreHere => Folder is not null;

    /// <summary>A file or folder of the suites.</summary>
    public static string At(string path) => Path.Combine(Folder!, path);

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
