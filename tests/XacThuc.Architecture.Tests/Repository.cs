using System.Reflection;
using System.Runtime.CompilerServices;
using XacThuc.Certificates.Rules;
using XacThuc.Matching;
using Xunit;

namespace XacThuc.Architecture.Tests;

/// <summary>The working tree and the built rooms, as the tests look at them.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["artifacts", "node_modules", ".git", ".data", ".vs", ".idea"];

    public static readonly Assembly Matching = typeof(Reason).Assembly;

    public static readonly Assembly Certificates = typeof(LogicValue).Assembly;

    public static readonly Assembly Cli = Assembly.Load("xacthuc");

    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    /// <summary>Paths from the root, with <c>/</c>, of all files of these endings; all files without any.</summary>
    public static IEnumerable<string> Files(string under, params string[] endings)
    {
        return Walk(new DirectoryInfo(Path.Combine(Root, under)))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => endings.Length == 0 || endings.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string FolderOf(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    /// <summary>The types somebody wrote, not the compiler.</summary>
    public static IEnumerable<Type> Types(params Assembly[] rooms) => rooms
        .SelectMany(room => room.GetTypes())
        .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal))
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    /// <summary>Nobody breaks the rule but these, and each of these still does: the list may only shrink.</summary>
    public static void OnlyExcept(string[] exceptions, IEnumerable<string> offenders)
    {
        var found = offenders.ToHashSet(StringComparer.Ordinal);
        var sentences = found.Except(exceptions, StringComparer.Ordinal).Select(one => $"breaks the rule: {one}")
            .Concat(exceptions.Where(one => !found.Contains(one)).Select(one => $"is no exception any more: {one}"))
            .ToList();

        Assert.True(sentences.Count == 0, string.Join('\n', sentences));
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        !folder.Exists ? [] : folder.EnumerateFiles().Select(file => file.FullName).Concat(
            folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(Walk));

    private static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "XacThuc.slnx")) ? from : FindRoot(Path.GetDirectoryName(from)!);
}
