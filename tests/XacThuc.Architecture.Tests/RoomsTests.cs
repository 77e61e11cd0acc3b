using System.Xml.Linq;
using Xunit;

namespace XacThuc.Architecture.Tests;

public sealed class RoomsTests
{
    // The rooms table of docs/decisions/0001: what each room may use. The command is at the end: nobody uses it.
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["XacThuc.Matching"] = [],
        ["XacThuc.Tables"] = ["XacThuc.Matching"],
        ["XacThuc.Certificates"] = ["XacThuc.Matching"],
        ["XacThuc.Exchange"] = [],
        ["XacThuc.Web"] = ["XacThuc.Matching", "XacThuc.Exchange"],
        ["XacThuc.Register"] = ["XacThuc.Matching", "XacThuc.Tables", "XacThuc.Exchange", "XacThuc.Web"],
        ["XacThuc.Platform"] = ["XacThuc.Matching", "XacThuc.Tables", "XacThuc.Exchange", "XacThuc.Web"],
        ["XacThuc.Cli"] =
        [
            "XacThuc.Matching", "XacThuc.Tables", "XacThuc.Certificates", "XacThuc.Exchange", "XacThuc.Web", "XacThuc.Register", "XacThuc.Platform",
        ],
    };

    [Fact]
    public void A_room_uses_only_the_rooms_its_row_names()
    {
        var offenders = Repository.Files("src", ".csproj").SelectMany(project => Included(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Except(MayUse[Path.GetFileNameWithoutExtension(project)], StringComparer.Ordinal)
            .Select(used => $"{project} -> {used}"));

        Repository.OnlyExcept([], offenders);
    }

    [Fact]
    public void Matching_uses_no_package_beyond_the_platform()
    {
        var packages = Included("src/XacThuc.Matching/XacThuc.Matching.csproj", "PackageReference");

        Repository.OnlyExcept([], packages.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = Repository.Read("XacThuc.slnx");

        Repository.OnlyExcept(
            [], Repository.Files("", ".csproj").Where(path => !solution.Contains(path, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Included(string project, string element) =>
        XDocument.Parse(Repository.Read(project)).Descendants(element).Select(item => item.Attribute("Include")!.Value);
}
