namespace XacThuc.Certificates.Rules;

/// <summary>What a <see cref="LogicValue"/> is: the kinds of JSON, and the date-time that operations make.</summary>
public enum LogicKind : byte
{
    /// <summary>Nothing: JSON's null, and whatever is not there.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number; only whole ones may be compared or added.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>An instant to the millisecond. No JSON is one: only <c>plusTime</c> and <c>dccDateOfBirth</c> make them.</summary>
    DateTime,

    /// <summary>A list of values (JSON's array).</summary>
    List,

    /// <summary>Values with names (JSON's object).</summary>
    Record,
}
