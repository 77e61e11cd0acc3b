using XacThuc.Matching;
using Xunit;

namespace XacThuc.Architecture.Tests.Contracts;

/// <summary>
/// What others depend on and no refactoring may change unseen, as text beside this file. After a change that is meant:
/// <c>./xacthuc accept</c>, read the difference, and say so in CHANGELOG.md.
/// </summary>
[Trait("kind", "snapshot")]
public sealed class ContractTests
{
    [Fact]
    public void Reason_codes_stay_as_others_know_them()
    {
        Same("reason-codes.txt", Enum.GetValues<Reason>().Select(Reasons.Code));
    }

    private static void Same(string file, IEnumerable<string> lines)
    {
        var path = Path.Combine(Repository.Root, "tests/XacThuc.Architecture.Tests/Contracts", file);
        var now = string.Concat(lines.Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("XACTHUC_ACCEPT") is "1") File.WriteAllText(path, now);

        Assert.Equal(File.ReadAllText(path), now);
    }
}
