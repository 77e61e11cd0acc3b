using System.Globalization;

namespace XacThuc.Certificates.Rules.Operations;

internal sealed class Literal(LogicValue value) : Operation
{
    public override LogicResult Evaluate(in LogicValue data) => value;
}

/// <summary>A list, each item evaluated.</summary>
internal sealed class Listing(Operation[] items) : Operation
{
    public override LogicResult Evaluate(in LogicValue data)
    {
        var values = new LogicValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i].Evaluate(data);
            if (item.Fault is not null) return item;
            values[i] = item.Value;
        }

        return LogicValue.ListOf(values);
    }
}

/// <summary><c>var</c>: what stands at a path of the data, or null. The empty path is the data itself.</summary>
internal sealed class DataAccess(string path) : Operation
{
    private readonly PathPart[] _parts = path.Length == 0 ? [] : [.. path.Split('.').Select(PathPart.Of)];

    public override LogicResult Evaluate(in LogicValue data)
    {
        var value = data;
        foreach (var part in _parts) value = value.At(part);
        return value;
    }
}

/// <summary>A step of a path: a name in a record or, when it is a whole number, a place in a list.</summary>
internal readonly record struct PathPart(string Name, int? Place)
{
    // A name that the program itself writes is the same object then, which is what comparing looks at first.
    public static PathPart Of(string written) => new(string.IsInterned(written) ?? written,
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null);
}
