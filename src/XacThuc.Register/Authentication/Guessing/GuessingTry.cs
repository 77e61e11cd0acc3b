namespace XacThuc.Register.Authentication.Guessing;

/// <summary>
/// Values of a record that were wrong, tried for the first time: what somebody learnt something by. Values stand in it as
/// hashes only.
/// </summary>
public sealed class GuessingTry
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account that asked; empty for a bulk run.</summary>
    public required string Account { get; init; }

    /// <summary>The unit that asked.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The record.</summary>
    public required string Ref { get; init; }

    /// <summary>Hash of the number.</summary>
    public required long NumberKey { get; init; }

    /// <summary>Hash of all values together.</summary>
    public required long ValuesKey { get; init; }
}
