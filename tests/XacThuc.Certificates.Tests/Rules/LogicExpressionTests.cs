using System.Text.Json;
using XacThuc.Certificates.Rules;
using Xunit;

namespace XacThuc.Certificates.Tests.Rules;

public sealed class LogicExpressionTests
{
    private const string Data = """
        { "name": "Bình", "dose": 2, "share": 0.5, "none": null, "lots": ["L1", "L2"], "places": [{ "code": 183 }] }
        """;

    [Theory]
    [InlineData("""{ "var": "" }""", Data)]
    [InlineData("""{ "var": "places.0.code" }""", "183")]
    [InlineData("""{ "var": "lots.2" }""", "null")]
    [InlineData("""{ "var": "name.0" }""", "null")]
    [InlineData("""{ "if": [{ "var": "none" }, 1, [{ "var": "dose" }, "x"]] }""", """[2, "x"]""")]
    [InlineData("""{ "and": [1, { "var": "share" }, { "var": "lots" }] }""", """["L1", "L2"]""")]
    [InlineData("""{ "and": [0, { "unknown": [1] }] }""", "0")]
    [InlineData("""{ "!": [{ "var": "none" }] }""", "true")]
    [InlineData("""{ "===": [{ "var": "dose" }, 2.0] }""", "true")]
    [InlineData("""{ "===": ["2", { "var": "dose" }] }""", "false")]
    [InlineData("""{ "in": ["L2", { "var": "lots" }] }""", "true")]
    [InlineData("""{ "+": [{ "var": "dose" }, -3] }""", "-1")]
    [InlineData("""{ "<": [1, { "var": "dose" }, 2] }""", "false")]
    [InlineData("""{ ">=": [3, { "var": "dose" }, 2] }""", "true")]
    [InlineData("""{ "reduce": [{ "var": "lots" }, { "+": [{ "var": "accumulator" }, 1] }, 0] }""", "2")]
    [InlineData("""{ "reduce": [{ "var": "none" }, { "unknown": [1] }, "x"] }""", "\"x\"")]
    [InlineData("""{ "extractFromUVCI": ["URN:UVCI:01:VN:0A1B#C", 2] }""", "\"0A1B\"")]
    [InlineData("""{ "extractFromUVCI": [{ "var": "none" }, 0] }""", "null")]
    public void An_expression_comes_to_its_value(string expression, string expected)
    {
        var result = Read(expression).Evaluate(Value(Data));

        Assert.Null(result.Fault);
        Assert.Equal(Value(expected), result.Value);
    }

    [Theory]
    [InlineData("2020-02-29", 1, "year", "2021-03-01")]
    [InlineData("2020-02-29", -4, "year", "2016-02-29")]
    [InlineData("2020-02-29", 1, "month", "2020-03-29")]
    [InlineData("2021-10-31", 1, "month", "2021-12-01")]
    [InlineData("2021-03-01", -13, "month", "2020-02-01")]
    [InlineData("2021-10-21", 70, "day", "2021-12-30")]
    [InlineData("2021-10-21T17:00:00+07:00", 14, "hour", "2021-10-22T00:00:00Z")]
    [InlineData("2021-10-21T00:00:00.1239Z", 0, "day", "2021-10-21T00:00:00.123Z")]
    [InlineData("2021-10-21T00:00:00.1", 0, "day", "2021-10-21T00:00:00.100Z")]
    [InlineData("2021-10-21T07:30:00+730", 0, "day", "2021-10-21")]
    [InlineData("2021-10-20T23:00:00-1", 0, "day", "2021-10-21")]
    [InlineData("2021-10-21T01:00:00+1:00", 0, "day", "2021-10-21")]
    [InlineData("2004", 0, "day", "2004-12-31")]
    [InlineData("2004-02", 18, "year", "2022-03-01")]
    public void Time_is_added_as_the_specification_says(string from, int amount, string unit, string expected)
    {
        var expression = Read($$"""
            { "===": [{ "plusTime": ["{{from}}", {{amount}}, "{{unit}}"] }, { "plusTime": ["{{expected}}", 0, "day"] }] }
            """);

        var result = expression.Evaluate(LogicValue.Null);

        Assert.Null(result.Fault);
        Assert.True(result.Value == true);
    }

    [Theory]
    [InlineData("""{ "before": [{ "dccDateOfBirth": ["2004"] }, { "plusTime": ["2004-12-31", 1, "hour"] }] }""", true)]
    [InlineData("""{ "not-after": [{ "dccDateOfBirth": ["2004-02"] }, { "dccDateOfBirth": ["2004-02-29"] }] }""", true)]
    [InlineData("""{ "after": [{ "dccDateOfBirth": ["2004"] }, { "dccDateOfBirth": ["2005-01-01"] }] }""", false)]
    [InlineData("""{ "not-before": [{ "dccDateOfBirth": ["2004"] }, { "dccDateOfBirth": ["2004-12-31"] }] }""", true)]
    public void Instants_stand_in_an_order(string expression, bool expected)
    {
        var result = Read(expression).Evaluate(LogicValue.Null);

        Assert.Null(result.Fault);
        Assert.True(result.Value == expected);
    }

    [Theory]
    [InlineData("null", LogicFaultKind.NotAnExpression, "")]
    [InlineData("0.5", LogicFaultKind.NotAnExpression, "")]
    [InlineData("{}", LogicFaultKind.NotAnExpression, "")]
    [InlineData("""{ "all": [1] }""", LogicFaultKind.UnknownOperator, "all")]
    [InlineData("""{ "var": "lots." }""", LogicFaultKind.WrongOperands, "var")]
    [InlineData("""{ "if": [true, 1] }""", LogicFaultKind.WrongOperands, "if")]
    [InlineData("""{ "!": [true, 1] }""", LogicFaultKind.WrongOperands, "!")]
    [InlineData("""{ "<": [1, 2, 3, 4] }""", LogicFaultKind.WrongOperands, "<")]
    [InlineData("""{ "plusTime": ["2021-10-21", { "var": "dose" }, "day"] }""", LogicFaultKind.WrongOperands, "plusTime")]
    [InlineData("""{ "plusTime": ["2021-10-21", 1, "week"] }""", LogicFaultKind.WrongOperands, "plusTime")]
    [InlineData("""{ "extractFromUVCI": ["a", "b"] }""", LogicFaultKind.WrongOperands, "extractFromUVCI")]
    [InlineData("""{ "in": [1, "text"] }""", LogicFaultKind.WrongKind, "in")]
    [InlineData("""{ "+": [1, "2"] }""", LogicFaultKind.WrongKind, "+")]
    [InlineData("""{ "<": [{ "var": "share" }, 1] }""", LogicFaultKind.WrongKind, "<")]
    [InlineData("""{ "<": [1, 2, "3"] }""", LogicFaultKind.WrongKind, "<")]
    [InlineData("""{ "before": ["2021", "2022"] }""", LogicFaultKind.WrongKind, "before")]
    [InlineData("""{ "!": [{ "dccDateOfBirth": ["2004"] }] }""", LogicFaultKind.WrongKind, "!")]
    [InlineData("""{ "and": [{ "dccDateOfBirth": ["2004"] }, 1] }""", LogicFaultKind.WrongKind, "and")]
    [InlineData("""{ "if": [{ "dccDateOfBirth": ["2004"] }, 1, 2] }""", LogicFaultKind.WrongKind, "if")]
    [InlineData("""{ "reduce": ["text", 1, 2] }""", LogicFaultKind.WrongKind, "reduce")]
    [InlineData("""{ "extractFromUVCI": [1, 2] }""", LogicFaultKind.WrongKind, "extractFromUVCI")]
    [InlineData("""{ "dccDateOfBirth": [2004] }""", LogicFaultKind.WrongKind, "dccDateOfBirth")]
    [InlineData("""{ "dccDateOfBirth": ["2004-02-30"] }""", LogicFaultKind.NotADate, "dccDateOfBirth")]
    [InlineData("""{ "plusTime": ["2021-10-21T24:00:00Z", 0, "day"] }""", LogicFaultKind.NotADate, "plusTime")]
    [InlineData("""{ "plusTime": ["2021-10T10:00:00Z", 0, "day"] }""", LogicFaultKind.NotADate, "plusTime")]
    [InlineData("""{ "plusTime": ["2021-10-21", 1e300, "day"] }""", LogicFaultKind.OutOfRange, "plusTime")]
    [InlineData("""{ "plusTime": ["2021-10-21", -3000, "year"] }""", LogicFaultKind.OutOfRange, "plusTime")]
    public void A_malformed_expression_is_named_and_never_thrown(string expression, LogicFaultKind kind, string @operator)
    {
        var result = Read(expression).Evaluate(Value(Data));

        Assert.Equal(new LogicFault(kind, @operator), result.Fault);
        Assert.Equal(LogicValue.Null, result.Value);
    }

    [Fact]
    public void All_that_is_wrong_is_said_and_only_what_is_reached_matters()
    {
        var expression = Read("""{ "if": [true, "reached", { "and": [{ "foo": [null] }, { "var": 0 }, null] }] }""");

        var result = expression.Evaluate(LogicValue.Null);

        Assert.Equal(
            ["unrecognised operator: \"foo\"", "not of the form { \"var\": \"<path>\" }", "invalid CertLogic expression"],
            expression.Issues.Select(issue => issue.Message), StringComparer.Ordinal);
        Assert.Equal("reached", result.Value);
    }

    [Fact]
    public void Deep_nesting_is_a_fault_and_no_overflow()
    {
        var written = Enumerable.Range(0, 100_000).Aggregate(LogicValue.List(), (inner, _) => LogicValue.List(inner));

        var expression = LogicExpression.Read(written);

        Assert.Single(expression.Issues);
        Assert.Equal(LogicFaultKind.TooDeep, expression.Evaluate(LogicValue.Null).Fault?.Kind);
    }

    private static LogicExpression Read(string json) => LogicExpression.Read(JsonElement.Parse(json));

    private static LogicValue Value(string json) => LogicValue.Of(JsonElement.Parse(json));
}
