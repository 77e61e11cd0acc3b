using System.Text.Json;
using XacThuc.Certificates.Rules.Operations;

namespace XacThuc.Certificates.Rules;

/// <summary>
/// A value that a CertLogic expression reads, is written in or comes to. Immutable. Two are equal when their kinds and
/// contents are: lists item by item, records field by field in any order, numbers by what they amount to (1.0 is 1).
/// </summary>
public readonly struct LogicValue : IEquatable<LogicValue>
{
    private const string NoText = "\uFFFD";

    // A text, LogicValue[] or LogicRecord; null in the other kinds.
    private readonly object? _content;

    // The number; milliseconds since 1970; 1 for true.
    private readonly double _number;

    private LogicValue(LogicKind kind, double number, object? content) =>
        (Kind, _number, _content) = (kind, number, content);

    /// <summary>Nothing. It is also the default.</summary>
    public static LogicValue Null => default;

    /// <summary>The kind.</summary>
    public LogicKind Kind { get; }

    /// <summary>
    /// Whether the value counts as true: not null, false, 0 or empty. <see langword="null"/> for a date-time, which CertLogic
    /// takes for neither (specification 1.3.3, truthy and falsy values).
    /// </summary>
    public bool? IsTrue => Kind switch
    {
        LogicKind.Null => false,
        LogicKind.Boolean or LogicKind.Number => _number != 0,
        LogicKind.Text => AsText.Length > 0,
        LogicKind.DateTime => null,
        LogicKind.List => AsList.Length > 0,
        LogicKind.Record => AsRecord.Values.Length > 0,
    };

    internal bool IsWhole => Kind is LogicKind.Number && double.IsInteger(_number);

    internal double AsNumber => _number;

    internal string AsText => (string)_content!;

    internal LogicValue[] AsList => (LogicValue[])_content!;

    internal LogicRecord AsRecord => (LogicRecord)_content!;

    /// <summary>True or false.</summary>
    public static implicit operator LogicValue(bool value) => new(LogicKind.Boolean, value ? 1 : 0, null);

    /// <summary>A whole number.</summary>
    public static implicit operator LogicValue(int value) => new(LogicKind.Number, value, null);

    /// <summary>A whole number, or nothing.</summary>
    public static implicit operator LogicValue(int? value) => value is { } number ? number : Null;

    /// <summary>A text, or nothing.</summary>
    public static implicit operator LogicValue(string? value) =>
        value is null ? Null : new LogicValue(LogicKind.Text, 0, value);

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(LogicValue left, LogicValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(LogicValue left, LogicValue right) => !left.Equals(right);

    /// <summary>A list of these values.</summary>
    public static LogicValue List(params ReadOnlySpan<LogicValue> items) => ListOf(items.ToArray());

    /// <summary>
    /// The value that is written as JSON, copied: it outlives the document. A text that is no Unicode (half a surrogate
    /// pair, damaged UTF-8) becomes U+FFFD.
    /// </summary>
    public static LogicValue Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => Null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => NumberOf(json.GetDouble()),
        JsonValueKind.String => Text(json, static text => text.GetString()!),
        JsonValueKind.Array => ListOf([.. json.EnumerateArray().Select(Of)]),
        JsonValueKind.Object => RecordOf(json),
    };

    /// <summary>The whole number that this is, if it is one and fits.</summary>
    public int? FindWhole() => IsWhole && Math.Abs(_number) <= int.MaxValue ? (int)_number : null;

    /// <summary>The text that this is, if it is one.</summary>
    public string? FindText() => _content as string;

    /// <inheritdoc/>
    public bool Equals(LogicValue other) => Kind == other.Kind && Kind switch
    {
        LogicKind.Null => true,
        LogicKind.Boolean or LogicKind.Number or LogicKind.DateTime => _number == other._number,
        LogicKind.Text => string.Equals(AsText, other.AsText, StringComparison.Ordinal),
        LogicKind.List => AsList.AsSpan().SequenceEqual(other.AsList),
        LogicKind.Record => HasFieldsOf(other) && other.HasFieldsOf(this),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LogicValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        LogicKind.Null or LogicKind.Boolean or LogicKind.Number or LogicKind.DateTime => HashCode.Combine(Kind, _number),
        LogicKind.Text => AsText.GetHashCode(StringComparison.Ordinal),
        LogicKind.List => HashCode.Combine(Kind, AsList.Length),
        LogicKind.Record => (int)Kind,
    };

    /// <summary>The kind alone: what rules look at is personal.</summary>
    public override string ToString() => Kind.ToString();

    internal static LogicValue NumberOf(double number) => new(LogicKind.Number, number, null);

    internal static LogicValue InstantOf(DateTime utc) =>
        new(LogicKind.DateTime, Math.Floor((utc - DateTime.UnixEpoch).TotalMilliseconds), null);

    internal static LogicValue ListOf(LogicValue[] items) => new(LogicKind.List, 0, items);

    internal static LogicValue RecordOf(LogicRecord record) => new(LogicKind.Record, 0, record);

    /// <summary>What stands under a name or, in a list, at a place; null where nothing does.</summary>
    internal LogicValue At(PathPart part)
    {
        if (Kind is LogicKind.Record) return AsRecord.Find(part.Name);
        return Kind is LogicKind.List && part.Place is { } place && place < AsList.Length ? AsList[place] : Null;
    }

    private static LogicValue RecordOf(JsonElement json)
    {
        var (names, values) = (new List<string>(), new List<LogicValue>());
        foreach (var field in json.EnumerateObject())
        {
            names.Add(Text(field, static named => named.Name));
            values.Add(Of(field.Value));
        }

        return RecordOf(new LogicRecord(new LogicForm([.. names]), [.. values]));
    }

    // System.Text.Json looks at the letters of a text only when it is asked for them, and then has no way but this.
    private static string Text<T>(T json, Func<T, string> read)
    {
        try
        {
            return read(json);
        }
        catch (InvalidOperationException)
        {
            return NoText;
        }
    }

    private bool HasFieldsOf(LogicValue other)
    {
        foreach (var name in other.AsRecord.Form.Names)
        {
            if (AsRecord.Form.Find(name) < 0 || AsRecord.Find(name) != other.AsRecord.Find(name)) return false;
        }

        return true;
    }
}
