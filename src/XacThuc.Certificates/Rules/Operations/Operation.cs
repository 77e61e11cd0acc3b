namespace XacThuc.Certificates.Rules.Operations;

/// <summary>A part of an expression, ready to be evaluated. Immutable.</summary>
internal abstract class Operation
{
    public abstract LogicResult Evaluate(in LogicValue data);
}

/// <summary>What could not be read. It matters only where evaluation reaches it.</summary>
internal sealed class Malformed(LogicFaultKind kind, string @operator) : Operation
{
    private readonly LogicFault _fault = new(kind, @operator);

    public override LogicResult Evaluate(in LogicValue data) => _fault;
}
