namespace XacThuc.Certificates.Rules;

/// <summary>
/// The names of a record's fields. Whoever makes many records alike makes their form once: a record is then only its
/// values. Immutable.
/// </summary>
public sealed class LogicForm
{
    private readonly string[] _names;

    /// <summary>A form of these names, in this order. Of a name that comes twice, the last counts, as in JSON.</summary>
    public LogicForm(params ReadOnlySpan<string> names) => _names = names.ToArray();

    internal ReadOnlySpan<string> Names => _names;

    /// <summary>A record of this form: one value for each name.</summary>
    /// <exception cref="ArgumentException">Not as many values as names.</exception>
    public LogicValue Of(params ReadOnlySpan<LogicValue> values)
    {
        if (values.Length != _names.Length) throw new ArgumentException("One value for each name.", nameof(values));
        return LogicValue.RecordOf(new LogicRecord(this, values.ToArray()));
    }

    internal int Find(string name)
    {
        for (var i = _names.Length - 1; i >= 0; i--)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal)) return i;
        }

        return -1;
    }
}

/// <summary>A form with its values, as many as names.</summary>
internal sealed record LogicRecord(LogicForm Form, LogicValue[] Values)
{
    public LogicValue Find(string name) => Form.Find(name) is >= 0 and var place ? Values[place] : LogicValue.Null;
}
