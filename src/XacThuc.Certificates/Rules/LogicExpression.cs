using System.Text.Json;
using XacThuc.Certificates.Rules.Operations;

namespace XacThuc.Certificates.Rules;

/// <summary>
/// An expression of CertLogic, the language of the EU's business rules (ehn-dcc-development/eu-dcc-business-rules,
/// specification 1.3.3): read once, evaluated as often as needed, from any thread.
/// </summary>
/// <remarks>
/// Stricter than the reference implementation where its specification leaves that open: an operation that validation
/// finds fault with comes to no value, even where its operands would do. Lists, records and date-times are equal by
/// content.
/// </remarks>
public sealed class LogicExpression
{
    /// <summary>How many operations and lists may stand inside each other.</summary>
    public const int DeepestNesting = 64;

    private readonly Operation _operation;

    private LogicExpression(Operation operation, IReadOnlyList<LogicIssue> issues) =>
        (_operation, Issues) = (operation, issues);

    /// <summary>What is wrong with it as it is written, outermost first. Empty: it is valid.</summary>
    public IReadOnlyList<LogicIssue> Issues { get; }

    /// <summary>Reads an expression. One with <see cref="Issues"/> can be evaluated: they matter where they are reached.</summary>
    public static LogicExpression Read(JsonElement json) => Read(LogicValue.Of(json));

    /// <inheritdoc cref="Read(JsonElement)"/>
    public static LogicExpression Read(LogicValue written)
    {
        var reader = new ExpressionReader();
        return new LogicExpression(reader.Read(written), reader.Issues);
    }

    /// <summary>What the expression comes to when <c>var</c> reads this data.</summary>
    public LogicResult Evaluate(LogicValue data) => _operation.Evaluate(data);
}
