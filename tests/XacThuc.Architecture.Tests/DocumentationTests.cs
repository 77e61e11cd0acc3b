using System.Text.RegularExpressions;
using System.Xml.Linq;
using XacThuc.Matching;
using Xunit;

namespace XacThuc.Architecture.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string[] Texts =
        [".cs", ".md", ".csproj", ".props", ".slnx", ".json", ".txt", ".csv", ".html", ".css", ".js", ".ts", "/run", "xacthuc"];

    [Fact]
    public void Every_package_says_why_it_is_here_and_no_other_does()
    {
        var pinned = XDocument.Parse(Repository.Read("Directory.Packages.props"))
            .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        var explained = PackageLine().Matches(Repository.Read("docs/dependencies.md")).Select(row => row.Groups["name"].Value);

        Assert.Equal(pinned.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("docs/guide/authenticate.md")]
    [InlineData("docs/guide/authenticate.vi.md")]
    public void Every_reason_is_explained_in_the_guide(string guide)
    {
        var text = Repository.Read(guide);

        var unexplained = Enum.GetValues<Reason>().Select(Reasons.Code)
            .Where(code => !text.Contains($"| `{code}` |", StringComparison.Ordinal));

        Repository.OnlyExcept([], unexplained);
    }

    [Fact]
    public void Every_relative_link_leads_somewhere()
    {
        var dead = from page in Repository.Files("", ".md")
                   from Match link in Link().Matches(Repository.Read(page))
                   let target = link.Groups["target"].Value
                   where !Path.Exists(Path.Combine(Repository.Root, Repository.FolderOf(page), target))
                   select $"{page}: {target}";

        Repository.OnlyExcept([], dead);
    }

    [Fact]
    public void No_file_names_a_place_of_one_machine()
    {
        var offenders = Repository.Files("", Texts).Where(path => MachinePath().IsMatch(Repository.Read(path)));

        Repository.OnlyExcept([], offenders);
    }

    [GeneratedRegex(@"^\| `(?<name>[\w.-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex PackageLine();

    [GeneratedRegex(@"\]\((?!\w+:|#)(?<target>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.~*\]}])/(work|root|home|Users|tmp)/\w", RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePath();
}
