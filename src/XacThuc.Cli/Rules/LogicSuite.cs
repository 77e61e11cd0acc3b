using System.Text.Json;
using XacThuc.Certificates.Rules;

namespace XacThuc.Cli.Rules;

/// <summary>
/// A suite of the rule language as its specification publishes them (ehn-dcc-development/eu-dcc-business-rules): assertions of what an
/// expression comes to, or the issues that validation finds. Those marked <c>skip</c> are left out.
/// </summary>
internal static class LogicSuite
{
    private static readonly LogicForm Issue = new("expr", "message");

    /// <summary>Its cases; none where the file is no suite.</summary>
    public static IReadOnlyList<RuleCase>? Find(string file, JsonElement suite)
    {
        if (suite.ValueKind != JsonValueKind.Object || !suite.TryGetProperty("cases", out var cases) || cases.ValueKind != JsonValueKind.Array) return null;
        if (IsSkipped(suite)) return [];
        var all = new List<RuleCase>();
        foreach (var one in cases.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Object) return null;
            if (IsSkipped(one)) continue;
            var name = one.TryGetProperty("name", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
            if (one.TryGetProperty("issues", out var issues)) all.Add(new RuleCase(file, name, LogicValue.Of(issues), IssuesOf(one), null));
            else if (one.TryGetProperty("assertions", out var assertions) && assertions.ValueKind == JsonValueKind.Array) all.AddRange(Assertions(file, name, one, assertions));
            else return null;
        }

        return all;
    }

    private static IEnumerable<RuleCase> Assertions(string file, string? name, JsonElement one, JsonElement assertions) =>
        from assertion in assertions.EnumerateArray()
        where assertion.ValueKind == JsonValueKind.Object && !IsSkipped(assertion)
        let expression = LogicExpression.Read(Part(assertion.TryGetProperty("certLogicExpression", out _) ? assertion : one, "certLogicExpression"))
        select RuleCase.Of(file, name, LogicValue.Of(Part(assertion, "expected")), expression.Evaluate(LogicValue.Of(Part(assertion, "data"))));

    private static LogicValue IssuesOf(JsonElement one) =>
        LogicValue.List([.. LogicExpression.Read(Part(one, "certLogicExpression")).Issues.Select(issue => Issue.Of(issue.Expression, issue.Message))]);

    private static JsonElement Part(JsonElement of, string name) => of.TryGetProperty(name, out var part) ? part : default;

    private static bool IsSkipped(JsonElement part) => part.TryGetProperty("directive", out var directive) && directive.ValueKind == JsonValueKind.String && directive.ValueEquals("skip");
}
