namespace XacThuc.Register.Authentication.Guessing;

/// <summary>Which limit was reached.</summary>
public enum GuessingKind
{
    /// <summary>One record was tried with too many values.</summary>
    Record = 1,

    /// <summary>One number was tried by one unit too often.</summary>
    Number = 2,

    /// <summary>One account tried too much.</summary>
    Account = 3,

    /// <summary>Very many records brought different values with one person's number. They were answered.</summary>
    Imports = 4,
}

/// <summary>Somebody was stopped: looks like guessing, and is for a person to look into.</summary>
public sealed class GuessingReport
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>When the limit was reached.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which limit.</summary>
    public required GuessingKind Kind { get; init; }

    /// <summary>The account; empty for a bulk run.</summary>
    public required string Account { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The record at which it was noticed.</summary>
    public required string Ref { get; init; }

    /// <summary>Hash of the number, so that later tries at it are counted here.</summary>
    public required long NumberKey { get; init; }

    /// <summary>The number, masked.</summary>
    public required string Number { get; init; }

    /// <summary>How often the stopped one has asked since, this try included; of imports, how many different values came.</summary>
    public required int Refused { get; set; }

    /// <summary>Who has looked into it.</summary>
    public string? LookedAtBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? LookedAtAt { get; set; }
}
