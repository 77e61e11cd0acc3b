using System.Text.Json;
using CsCheck;
using XacThuc.Certificates.Rules;
using Xunit;

namespace XacThuc.Certificates.Tests.Rules;

public sealed class LogicValueTests
{
    private static readonly Gen<LogicValue> Scalars = Gen.OneOf(
        Gen.Const(LogicValue.Null),
        Gen.Bool.Select(value => (LogicValue)value),
        Gen.Int[-3, 3].Select(value => (LogicValue)value),
        Gen.OneOf("", "a", "2021", "2021-10-21", "day", "accumulator").Select(value => (LogicValue)value));

    private static readonly Gen<LogicValue> Values = Gen.Recursive<LogicValue>((depth, inner) => depth == 4
        ? Scalars
        : Gen.OneOf(
            Scalars,
            inner.Array[0, 3].Select(items => LogicValue.List(items)),
            Gen.Select(
                Gen.OneOf("var", "if", "and", "!", "===", "in", "+", "<", "before", "plusTime", "reduce", "foo"),
                inner.Array[0, 3].Select(items => LogicValue.List(items)),
                (name, operands) => new LogicForm(name).Of(operands))));

    [Theory]
    [InlineData("""{ "a": 1, "b": [2.0] }""", """{ "b": [2], "a": 1 }""", true)]
    [InlineData("""{ "a": null }""", """{ "b": null }""", false)]
    [InlineData("""{ "a": 1, "a": 2 }""", """{ "a": 2 }""", true)]
    [InlineData("""[1, 2]""", """[2, 1]""", false)]
    [InlineData("0", "false", false)]
    [InlineData("\"\"", "null", false)]
    public void Values_are_equal_by_content(string left, string right, bool expected)
    {
        var (first, second) = (Value(left), Value(right));

        Assert.Equal(expected, first == second);
        Assert.Equal(expected, second == first);
        Assert.True(!expected || first.GetHashCode() == second.GetHashCode());
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{ \"\\udc00\": 1 }")]
    public void Text_that_is_no_Unicode_is_read_and_thrown_at_nobody(string json)
    {
        var value = Value(json);

        Assert.True(value.IsTrue);
    }

    [Theory]
    [InlineData("7", 7, null)]
    [InlineData("7.0", 7, null)]
    [InlineData("7.5", null, null)]
    [InlineData("1e12", null, null)]
    [InlineData("\"7\"", null, "7")]
    [InlineData("[7]", null, null)]
    public void A_value_gives_its_whole_number_or_text(string json, int? whole, string? text)
    {
        var value = Value(json);

        Assert.Equal(whole, value.FindWhole());
        Assert.Equal(text, value.FindText());
    }

    [Fact]
    public void A_value_prints_nothing_of_its_content()
    {
        Assert.Equal("Text", ((LogicValue)"1990-11-27").ToString());
    }

    [Fact]
    public void Anything_read_as_an_expression_comes_to_a_value_or_a_fault()
    {
        Gen.Select(Values, Values).Sample((written, data) =>
        {
            var result = LogicExpression.Read(written).Evaluate(data);
            return result.Fault is null || result.Value == LogicValue.Null;
        });
    }

    [Fact]
    public void A_valid_expression_without_fault_comes_to_the_same_value_each_time()
    {
        Gen.Select(Values, Values).Sample((written, data) =>
            LogicExpression.Read(written).Evaluate(data).Value == LogicExpression.Read(written).Evaluate(data).Value);
    }

    private static LogicValue Value(string json) => LogicValue.Of(JsonElement.Parse(json));
}
