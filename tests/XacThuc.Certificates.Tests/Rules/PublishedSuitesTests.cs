using System.Text.Json;
using XacThuc.Certificates.Rules;
using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Certificates.Tests.Rules;

public sealed class PublishedSuitesTests
{
    [Fact]
    public void Every_assertion_comes_to_the_value_that_is_published()
    {
        var differing = new List<string>();
        var judged = 0;
        foreach (var (name, suite) in Files("certlogic").Where(file => !IsSkipped(file.Json)))
        {
            foreach (var (expression, assertion) in Assertions(suite))
            {
                judged++;
                var expected = LogicValue.Of(assertion.GetProperty("expected"));
                var result = LogicExpression.Read(expression).Evaluate(LogicValue.Of(assertion.GetProperty("data")));
                if (result.Fault is not null || result.Value != expected) differing.Add($"{name}: {assertion} {result.Fault}");
            }
        }

        Assert.Empty(differing);
        Assert.Equal(218, judged);
    }

    [Fact]
    public void Every_validation_finds_the_issues_that_are_published()
    {
        var differing = new List<string>();
        var judged = 0;
        foreach (var (name, suite) in Files("certlogic/validation"))
        {
            foreach (var validation in suite.GetProperty("cases").EnumerateArray())
            {
                judged++;
                var expected = validation.GetProperty("issues").EnumerateArray().Select(issue => new LogicIssue(
                    LogicValue.Of(issue.GetProperty("expr")), issue.GetProperty("message").GetString()!));
                var issues = LogicExpression.Read(validation.GetProperty("certLogicExpression")).Issues;
                if (!issues.SequenceEqual(expected)) differing.Add($"{name}: {validation}");
            }
        }

        Assert.Empty(differing);
        Assert.Equal(23, judged);
    }

    [Fact]
    public void Every_rule_of_a_member_state_judges_its_own_tests_as_published()
    {
        var differing = new List<string>();
        var judged = 0;
        foreach (var file in Directory.EnumerateFiles(
            FolderOf("rules"), "rule.json", SearchOption.AllDirectories))
        {
            var rule = LogicExpression.Read(PublishedSuites.Read(file).GetProperty("Logic"));
            if (rule.Issues.Count > 0) differing.Add($"{file}: {rule.Issues[0]}");
            foreach (var test in Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(file)!, "tests"), "*.json"))
            {
                judged++;
                var vector = PublishedSuites.Read(test);
                var expected = vector.GetProperty("expected").GetBoolean();
                var result = rule.Evaluate(LogicValue.Of(vector));
                if (result.Value != expected) differing.Add($"{test}: {result.Fault}");
            }
        }

        Assert.Empty(differing);
        Assert.Equal(672, judged);
    }

    private static IEnumerable<(string Name, JsonElement Json)> Files(string suite) =>
        Directory.EnumerateFiles(FolderOf(suite), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), PublishedSuites.Read(file)));

    private static string FolderOf(string suite)
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);
        return PublishedSuites.At(suite);
    }

    private static IEnumerable<(JsonElement Expression, JsonElement Assertion)> Assertions(JsonElement suite) =>
        from vector in suite.GetProperty("cases").EnumerateArray()
        where !IsSkipped(vector)
        from assertion in vector.GetProperty("assertions").EnumerateArray()
        where !IsSkipped(assertion)
        select (assertion.TryGetProperty("certLogicExpression", out var own)
            ? own
            : vector.GetProperty("certLogicExpression"), assertion);

    private static bool IsSkipped(JsonElement part) =>
        part.TryGetProperty("directive", out var directive) && directive.ValueEquals("skip");
}
