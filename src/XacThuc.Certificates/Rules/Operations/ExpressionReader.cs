namespace XacThuc.Certificates.Rules.Operations;

/// <summary>Reads an expression into operations, and collects what is wrong with it. For one expression.</summary>
internal sealed class ExpressionReader
{
    private readonly List<LogicIssue> _issues = [];
    private int _depth;

    /// <summary>What was wrong, in the order in which it was read.</summary>
    public IReadOnlyList<LogicIssue> Issues => _issues;

    public Operation Read(LogicValue written)
    {
        if (_depth == LogicExpression.DeepestNesting)
        {
            return Refuse(LogicFaultKind.TooDeep, "", written, "expression is nested too deeply");
        }

        _depth++;
        var operation = written.Kind switch
        {
            LogicKind.Boolean or LogicKind.Text => new Literal(written),
            LogicKind.Number when written.IsWhole => new Literal(written),
            LogicKind.Number => NoExpression(written, $"{written.AsNumber:R} is a non-integer number"),
            LogicKind.Null or LogicKind.DateTime => NoExpression(written, "invalid CertLogic expression"),
            LogicKind.List => new Listing(Array.ConvertAll(written.AsList, Read)),
            LogicKind.Record => ReadOperation(written),
        };
        _depth--;
        return operation;
    }

    private Operation ReadOperation(LogicValue written)
    {
        var record = written.AsRecord;
        if (record.Values.Length != 1)
        {
            return NoExpression(written, $"expression object must have exactly one key, but it has {record.Values.Length}");
        }

        var (name, operands) = (record.Form.Names[0], record.Values[0]);
        if (string.Equals(name, "var", StringComparison.Ordinal)) return ReadDataAccess(written, operands);
        if (operands.Kind is not LogicKind.List)
        {
            return WrongOperands(written, name, """operation not of the form { "<operator>": [ <values...> ] }""");
        }

        return ReadOperation(new Written(written, name, operands.AsList));
    }

    private Operation ReadOperation(Written written) => written.Operator switch
    {
        "if" => Operands(written, 3) is [var guard, var then, var otherwise] ? new If(guard, then, otherwise) : Wrong(written),
        "and" => Operands(written, 2, int.MaxValue) is { } operands ? new And(operands) : Wrong(written),
        "!" => Operands(written, 1) is [var operand] ? new Not(operand) : Wrong(written),
        "===" => Operands(written, 2) is [var left, var right] ? new Equal(left, right) : Wrong(written),
        "in" => Operands(written, 2) is [var item, var list] ? new In(item, list) : Wrong(written),
        "+" => Operands(written, 2) is [var left, var right] ? new Plus(left, right) : Wrong(written),
        "<" or ">" or "<=" or ">=" => ReadOrder(written, LogicKind.Number),
        "before" or "after" or "not-before" or "not-after" => ReadOrder(written, LogicKind.DateTime),
        "reduce" => Operands(written, 3) is [var list, var step, var initial] ? new Reduce(list, step, initial) : Wrong(written),
        "dccDateOfBirth" => Operands(written, 1) is [var text] ? new DateOfBirth(text) : Wrong(written),
        "plusTime" => ReadPlusTime(written),
        "extractFromUVCI" => ReadCertificateIdPart(written),
        _ => Refuse(LogicFaultKind.UnknownOperator, written.Operator, written.Whole, $"unrecognised operator: \"{written.Operator}\""),
    };

    private Operation ReadDataAccess(LogicValue written, LogicValue path)
    {
        if (path.Kind is not LogicKind.Text) return WrongOperands(written, "var", """not of the form { "var": "<path>" }""");
        if (path.AsText.Length == 0 || Array.TrueForAll(path.AsText.Split('.'), part => part.Length > 0))
        {
            return new DataAccess(path.AsText);
        }

        return WrongOperands(written, "var", $"data access path doesn't have a valid format: {path.AsText}");
    }

    private Operation ReadOrder(Written written, LogicKind kind) =>
        Operands(written, 2, 3) is { } operands ? new Ordered(written.Operator, kind, operands) : Wrong(written);

    private Operation ReadPlusTime(Written written)
    {
        if (!HasCount(written, 3, 3)) return Wrong(written);

        var (text, amount, unit) = (Read(written.Operands[0]), written.Operands[1], written.Operands[2]);
        var isUnit = unit.Kind is LogicKind.Text && PlusTime.Units.Contains(unit.AsText, StringComparer.Ordinal);
        if (!amount.IsWhole) Add(written, """
            "amount" argument (#2) of "plusTime" must be an integer
            """);
        if (!isUnit) Add(written, $"""
            "unit" argument (#3) of "plusTime" must be a string equal to one of {string.Join(", ", PlusTime.Units)}
            """);
        return amount.IsWhole && isUnit ? new PlusTime(text, amount.AsNumber, unit.AsText) : Wrong(written);
    }

    private Operation ReadCertificateIdPart(Written written)
    {
        if (!HasCount(written, 2, 2)) return Wrong(written);

        var (identifier, place) = (Read(written.Operands[0]), written.Operands[1]);
        if (place.IsWhole) return new CertificateIdPart(identifier, place.AsNumber);
        Add(written, """
            "index" argument (#2) of "extractFromUVCI" must be an integer
            """);
        return Wrong(written);
    }

    // Operands are read even where there are too few or too many: what is wrong with them is said too.
    private Operation[]? Operands(Written written, int count) => Operands(written, count, count);

    private Operation[]? Operands(Written written, int least, int most)
    {
        var isCount = HasCount(written, least, most);
        var operands = Array.ConvertAll(written.Operands, Read);
        return isCount ? operands : null;
    }

    private bool HasCount(Written written, int least, int most)
    {
        var count = written.Operands.Length;
        if (count >= least && count <= most) return true;

        var expected = most == least ? $"exactly {least}" : most == int.MaxValue ? $"at least {least}" : $"{least} or {most}";
        Add(written, $"an operation with operator \"{written.Operator}\" must have {expected} operands, but it has {count}");
        return false;
    }

    private void Add(Written written, string message) => _issues.Add(new LogicIssue(written.Whole, message));

    private static Malformed Wrong(Written written) => new(LogicFaultKind.WrongOperands, written.Operator);

    private Malformed WrongOperands(LogicValue written, string name, string message) =>
        Refuse(LogicFaultKind.WrongOperands, name, written, message);

    private Malformed NoExpression(LogicValue written, string message) =>
        Refuse(LogicFaultKind.NotAnExpression, "", written, message);

    private Malformed Refuse(LogicFaultKind kind, string name, LogicValue written, string message)
    {
        _issues.Add(new LogicIssue(written, message));
        return new Malformed(kind, name);
    }

    private readonly record struct Written(LogicValue Whole, string Operator, LogicValue[] Operands);
}
