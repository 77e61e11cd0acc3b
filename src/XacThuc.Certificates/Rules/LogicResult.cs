namespace XacThuc.Certificates.Rules;

/// <summary>What an expression came to: a value, or why it is malformed.</summary>
public readonly struct LogicResult
{
    private LogicResult(LogicValue value, LogicFault? fault) => (Value, Fault) = (value, fault);

    /// <summary>The value; null where there is a <see cref="Fault"/>.</summary>
    public LogicValue Value { get; }

    /// <summary>Why there is no value, or <see langword="null"/> when there is one.</summary>
    public LogicFault? Fault { get; }

    /// <summary>A value.</summary>
    public static implicit operator LogicResult(LogicValue value) => new(value, null);

    /// <summary>True or false.</summary>
    public static implicit operator LogicResult(bool value) => new(value, null);

    /// <summary>No value.</summary>
    public static implicit operator LogicResult(LogicFault fault) => new(default, fault);
}
