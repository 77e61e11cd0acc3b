using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>The guards' app on the suites that others publish: as many as the library agrees with.</summary>
public sealed class PublishedSuitesTests
{
    // Its algorithm stands outside of what is signed, where anybody could change it: refused, whatever is published (decision 0034).
    private const string UnsignedAlgorithm = "common/2DCode/raw/CO20.json VERIFY";

    [Fact]
    public async Task Every_suite_comes_out_as_it_does_in_the_library()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);

        var suites = await NodePrograms.Run("published.mjs", PublishedSuites.At(""), NodePrograms.Wasm);

        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine("| suite | judged | as published |\n|---|---|---|");
        foreach (var suite in suites) output.WriteLine($"| {suite.GetProperty("suite")} | {suite.GetProperty("judged")} | {suite.GetProperty("agree")} |");
        Assert.Equal(
            "certificates 920/921, rules 672/672, certlogic 241/241, base45 31/31, schema 46/46, cbor 82/82",
            string.Join(", ", suites.Select(suite => $"{suite.GetProperty("suite")} {suite.GetProperty("agree")}/{suite.GetProperty("judged")}")));
        Assert.Equal(UnsignedAlgorithm, string.Join("\n", suites.SelectMany(suite => suite.GetProperty("differing").EnumerateArray()).Select(one => one.GetString())));
    }
}
