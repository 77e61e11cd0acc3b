namespace XacThuc.Certificates.Rules;

/// <summary>In which way an expression is malformed.</summary>
public enum LogicFaultKind : byte
{
    /// <summary>No literal, list or operation: a null, a fraction, an object of no or several names.</summary>
    NotAnExpression,

    /// <summary>Nested more than <see cref="LogicExpression.DeepestNesting"/> times.</summary>
    TooDeep,

    /// <summary>An operator that CertLogic does not know.</summary>
    UnknownOperator,

    /// <summary>Too few or too many operands, or one that must be written out and is not.</summary>
    WrongOperands,

    /// <summary>An operand came to a value of a kind that the operation cannot work on.</summary>
    WrongKind,

    /// <summary>A text that is none of the dates and date-times that CertLogic reads.</summary>
    NotADate,

    /// <summary>A date-time before the year 1 or after 9999.</summary>
    OutOfRange,
}

/// <summary>Why an expression came to no value.</summary>
/// <param name="Kind">In which way it is malformed.</param>
/// <param name="Operator">The operator where that showed; empty where there is none.</param>
public sealed record LogicFault(LogicFaultKind Kind, string Operator);

/// <summary>
/// One thing that is wrong with an expression as it is written, worded as the published validation suite words it.
/// </summary>
/// <param name="Expression">The part that is wrong.</param>
/// <param name="Message">What is wrong with it, in English.</param>
public sealed record LogicIssue(LogicValue Expression, string Message);
