namespace XacThuc.Certificates.Rules.Operations;

/// <summary><c>plusTime</c>: the instant that a text says, and so many hours, days, months or years later.</summary>
internal sealed class PlusTime(Operation text, double amount, string unit) : Operation
{
    /// <summary>What can be added.</summary>
    public static readonly string[] Units = ["year", "month", "day", "hour"];

    private static readonly LogicFault NoText = new(LogicFaultKind.WrongKind, "plusTime");
    private static readonly LogicFault NoDate = new(LogicFaultKind.NotADate, "plusTime");
    private static readonly LogicFault OutOfRange = new(LogicFaultKind.OutOfRange, "plusTime");

    public override LogicResult Evaluate(in LogicValue data)
    {
        var result = text.Evaluate(data);
        if (result.Fault is not null) return result;
        if (result.Value.Kind is not LogicKind.Text) return NoText;
        if (DateTexts.FindInstant(result.Value.AsText) is not { } instant) return NoDate;
        return Later(instant) is { } later ? LogicValue.InstantOf(later) : OutOfRange;
    }

    private DateTime? Later(DateTime instant) => unit switch
    {
        "hour" => Plus(instant, TimeSpan.TicksPerHour * amount),
        "day" => Plus(instant, TimeSpan.TicksPerDay * amount),
        "month" => PlusMonths(instant, amount),
        _ => PlusMonths(instant, 12 * amount),
    };

    // Specification, leap days: a day that the month does not have runs over into the next, 29 February into 1 March.
    private static DateTime? PlusMonths(DateTime instant, double amount)
    {
        var months = instant.Year * 12.0 + instant.Month - 1 + amount;
        if (months is < 12 or >= 120_000) return null;

        var first = new DateTime((int)months / 12, (int)months % 12 + 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return Plus(first, TimeSpan.TicksPerDay * (instant.Day - 1.0) + instant.TimeOfDay.Ticks);
    }

    private static DateTime? Plus(DateTime instant, double ticks) =>
        instant.Ticks + ticks is >= 0 and var sum && sum <= DateTime.MaxValue.Ticks ? instant.AddTicks((long)ticks) : null;
}

/// <summary><c>dccDateOfBirth</c>: the last day that a whole or partial date of birth may mean.</summary>
internal sealed class DateOfBirth(Operation text) : Operation
{
    private static readonly LogicFault NoText = new(LogicFaultKind.WrongKind, "dccDateOfBirth");
    private static readonly LogicFault NoDate = new(LogicFaultKind.NotADate, "dccDateOfBirth");

    public override LogicResult Evaluate(in LogicValue data)
    {
        var result = text.Evaluate(data);
        if (result.Fault is not null) return result;
        if (result.Value.Kind is not LogicKind.Text) return NoText;
        return DateTexts.FindLastDay(result.Value.AsText) is { } day ? LogicValue.InstantOf(day) : NoDate;
    }
}
