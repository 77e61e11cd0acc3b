namespace XacThuc.Certificates.Rules.Operations;

internal sealed class Equal(Operation left, Operation right) : Operation
{
    public override LogicResult Evaluate(in LogicValue data)
    {
        var (first, second) = (left.Evaluate(data), right.Evaluate(data));
        if (first.Fault is not null) return first;
        return second.Fault is not null ? second : first.Value == second.Value;
    }
}

/// <summary>Whether a list holds a value.</summary>
internal sealed class In(Operation item, Operation list) : Operation
{
    private static readonly LogicFault NoList = new(LogicFaultKind.WrongKind, "in");

    public override LogicResult Evaluate(in LogicValue data)
    {
        var (sought, among) = (item.Evaluate(data), list.Evaluate(data));
        if (sought.Fault is not null) return sought;
        if (among.Fault is not null) return among;
        return among.Value.Kind is LogicKind.List ? among.Value.AsList.Contains(sought.Value) : NoList;
    }
}

internal sealed class Plus(Operation left, Operation right) : Operation
{
    private static readonly LogicFault NotWhole = new(LogicFaultKind.WrongKind, "+");

    public override LogicResult Evaluate(in LogicValue data)
    {
        var (first, second) = (left.Evaluate(data), right.Evaluate(data));
        if (first.Fault is not null) return first;
        if (second.Fault is not null) return second;
        if (!first.Value.IsWhole || !second.Value.IsWhole) return NotWhole;
        return LogicValue.NumberOf(first.Value.AsNumber + second.Value.AsNumber);
    }
}

/// <summary>Whether two or three values, all whole numbers or all date-times, stand in an order.</summary>
internal sealed class Ordered(string @operator, LogicKind kind, Operation[] operands) : Operation
{
    private readonly LogicFault _otherKind = new(LogicFaultKind.WrongKind, @operator);

    public override LogicResult Evaluate(in LogicValue data)
    {
        var (holds, before) = (true, 0.0);
        for (var i = 0; i < operands.Length; i++)
        {
            var result = operands[i].Evaluate(data);
            if (result.Fault is not null) return result;
            if (result.Value.Kind != kind || kind is LogicKind.Number && !result.Value.IsWhole) return _otherKind;

            holds &= i == 0 || Holds(before, result.Value.AsNumber);
            before = result.Value.AsNumber;
        }

        return holds;
    }

    private bool Holds(double left, double right) => @operator switch
    {
        "<" or "before" => left < right,
        ">" or "after" => left > right,
        "<=" or "not-after" => left <= right,
        _ => left >= right,
    };
}
