using System.Text.Json;
using XacThuc.Cli.Rules;
using XacThuc.Matching.Texts;
using XacThuc.Testing.Conformance;
using Xunit;

namespace XacThuc.Cli.Tests.Rules;

public sealed class RulesTestTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-rules-");

    [Fact]
    public void Each_test_of_a_rule_is_one_line_and_what_differs_ends_with_code_one()
    {
        Rule("""{ ">=": [{ "var": "payload.dose" }, 2] }""", """{ "payload": { "dose": 2 }, "expected": true }""", """{ "payload": { "dose": 1 }, "expected": true }""", """{ "payload": { "dose": "Mũi 2" }, "expected": true }""");

        var (code, told, said) = Run(areSuites: false, _folder.FullName);

        Assert.Equal([(true, true, null), (false, false, null), (null, false, "WrongKind >=")], told.Select(line => (Truth(line, "actual"), line.GetProperty("agrees").GetBoolean(), line.TryGetProperty("fault", out var fault) ? fault.GetString() : null)));
        Assert.EndsWith(Path.Combine("VR-VN-1", "tests", "test0.json"), told[0].GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, "3 cases, 1 agree."), (code, said.Trim()));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named_and_the_others_go_on()
    {
        Rule("""{ "var": "payload.is" }""", """{ "payload": { "is": true }, "expected": true }""", "{ no json", """{ "payload": {} }""");

        var (code, told, said) = Run(areSuites: false, _folder.FullName, Path.Combine(_folder.FullName, "nowhere"));

        Assert.Single(told);
        Assert.Equal(2, code);
        Assert.Contains("test1.json: It is no JSON.", said, StringComparison.Ordinal);
        Assert.Contains("test2.json: It says no expected result.", said, StringComparison.Ordinal);
        Assert.Contains("nowhere: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_rules_is_refused()
    {
        var (code, told, said) = Run(areSuites: false, _folder.FullName);

        Assert.Equal((2, 0), (code, told.Count));
        Assert.StartsWith("There is no case", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_of_the_language_is_judged_by_value_and_by_the_issues_of_validation()
    {
        var file = Path.Combine(_folder.FullName, "suite.json");
        File.WriteAllText(file, """
            { "cases": [
              { "name": "cộng ngày", "certLogicExpression": { "plusTime": [{ "var": "d" }, 1, "day"] }, "assertions": [{ "data": { "d": "2021-10-21" }, "expected": "2021-10-22" }] },
              { "name": "left out", "directive": "skip", "certLogicExpression": 1, "assertions": [{ "data": null, "expected": 2 }] },
              { "name": "unknown", "certLogicExpression": { "foo": [1] }, "issues": [{ "expr": { "foo": [1] }, "message": "unrecognised operator: \"foo\"" }] }
            ] }
            """);

        var (code, told, _) = Run(areSuites: true, file);

        Assert.Equal([("cộng ngày", false), ("unknown", true)], told.Select(line => (line.GetProperty("case").GetString(), line.GetProperty("agrees").GetBoolean())));
        Assert.Equal("2021-10-22T00:00:00.000Z", told[0].GetProperty("actual").GetString());
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{ "cases": [1] }""")]
    [InlineData("""{ "cases": [{ "name": "nothing" }] }""")]
    public void What_is_no_suite_is_refused(string json)
    {
        var file = Path.Combine(_folder.FullName, "suite.json");
        File.WriteAllText(file, json);

        var (code, _, said) = Run(areSuites: true, file);

        Assert.Equal(2, code);
        Assert.Contains("It is no suite of CertLogic.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void All_published_rules_and_suites_agree()
    {
        Assert.SkipUnless(PublishedSuites.AreHere, PublishedSuites.Absent);

        var rules = Run(areSuites: false, PublishedSuites.At("rules"));
        var suites = Run(areSuites: true, Directory.GetFiles(PublishedSuites.At("certlogic"), "*.json", SearchOption.AllDirectories));

        Assert.Equal((0, "672 cases, 672 agree."), (rules.Code, rules.Said.Trim()));
        Assert.Equal((0, "241 cases, 241 agree."), (suites.Code, suites.Said.Trim()));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool? Truth(JsonElement line, string name) => line.GetProperty(name).ValueKind == JsonValueKind.Null ? null : line.GetProperty(name).GetBoolean();

    private void Rule(string logic, params string[] tests)
    {
        var folder = _folder.CreateSubdirectory("VR-VN-1");
        File.WriteAllText(Path.Combine(folder.FullName, "rule.json"), $$"""{ "Identifier": "VR-VN-1", "Logic": {{logic}} }""");
        var below = folder.CreateSubdirectory("tests");
        for (var i = 0; i < tests.Length; i++) File.WriteAllText(Path.Combine(below.FullName, $"test{i}.json"), tests[i]);
    }

    private static (int Code, List<JsonElement> Told, string Said) Run(bool areSuites, params string[] paths)
    {
        using var told = new StringWriter();
        using var said = new StringWriter();
        Speech.Language = Language.English;
        var code = new RulesTest(paths, areSuites, new Terminal(told, false, said, false, TimeProvider.System)).Run();
        return (code, [.. told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))], said.ToString());
    }
}
