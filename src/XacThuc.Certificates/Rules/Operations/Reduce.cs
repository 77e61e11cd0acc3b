namespace XacThuc.Certificates.Rules.Operations;

/// <summary>A list folded from the left; the step sees <c>accumulator</c> and <c>current</c> alone.</summary>
internal sealed class Reduce(Operation list, Operation step, Operation initial) : Operation
{
    private static readonly LogicForm Seen = new("accumulator", "current");
    private static readonly LogicFault NoList = new(LogicFaultKind.WrongKind, "reduce");

    public override LogicResult Evaluate(in LogicValue data)
    {
        var folded = list.Evaluate(data);
        if (folded.Fault is not null) return folded;
        if (folded.Value.Kind is LogicKind.Null) return initial.Evaluate(data);
        if (folded.Value.Kind is not LogicKind.List) return NoList;

        var result = initial.Evaluate(data);
        foreach (var current in folded.Value.AsList)
        {
            if (result.Fault is not null) return result;
            result = step.Evaluate(Seen.Of(result.Value, current));
        }

        return result;
    }
}
