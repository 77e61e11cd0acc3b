namespace XacThuc.Certificates.Rules.Operations;

internal sealed class If(Operation guard, Operation then, Operation otherwise) : Operation
{
    private static readonly LogicFault NeitherTrueNorFalse = new(LogicFaultKind.WrongKind, "if");

    public override LogicResult Evaluate(in LogicValue data)
    {
        var guarded = guard.Evaluate(data);
        if (guarded.Fault is not null) return guarded;
        return guarded.Value.IsTrue switch
        {
            true => then.Evaluate(data),
            false => otherwise.Evaluate(data),
            null => NeitherTrueNorFalse,
        };
    }
}

/// <summary>The first operand that counts as false, or the last; those after it are not evaluated.</summary>
internal sealed class And(Operation[] operands) : Operation
{
    private static readonly LogicFault NeitherTrueNorFalse = new(LogicFaultKind.WrongKind, "and");

    public override LogicResult Evaluate(in LogicValue data)
    {
        LogicResult last = true;
        foreach (var operand in operands)
        {
            last = operand.Evaluate(data);
            if (last.Fault is not null || last.Value.IsTrue is false) return last;
            if (last.Value.IsTrue is null) return NeitherTrueNorFalse;
        }

        return last;
    }
}

internal sealed class Not(Operation operand) : Operation
{
    private static readonly LogicFault NeitherTrueNorFalse = new(LogicFaultKind.WrongKind, "!");

    public override LogicResult Evaluate(in LogicValue data)
    {
        var result = operand.Evaluate(data);
        if (result.Fault is not null) return result;
        return result.Value.IsTrue is { } isTrue ? !isTrue : NeitherTrueNorFalse;
    }
}
