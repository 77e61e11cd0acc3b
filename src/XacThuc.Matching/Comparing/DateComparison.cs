namespace XacThuc.Matching.Comparing;

/// <summary>Compares dates of birth: the same when value and precision are equal.</summary>
internal static class DateComparison
{
    /// <summary>Why a record's date differs from the register's; none when they are the same.</summary>
    public static Reasons Explain(PartialDate record, PartialDate register)
    {
        if (record == register) return Reasons.None;
        if (!register.IsKnown) return Reason.DobDifferent;
        if (record.IsFull && register.IsFull) return ExplainFull(record, register);
        if (record.Year != register.Year) return Reason.DobYear;
        if (record.Month != 0 && register.Month != 0 && record.Month != register.Month) return Reason.DobMonth;
        return Precision(record) < Precision(register) ? Reason.DobLessPrecise : Reason.DobMorePrecise;
    }

    private static Reason ExplainFull(PartialDate record, PartialDate register)
    {
        var day = record.Day == register.Day;
        var month = record.Month == register.Month;
        var year = record.Year == register.Year;
        if (year && record.Day == register.Month && record.Month == register.Day) return Reason.DobDayMonthSwapped;
        return (day, month, year) switch
        {
            (false, true, true) => Reason.DobDay,
            (true, false, true) => Reason.DobMonth,
            (true, true, false) => Reason.DobYear,
            (_, _, _) => Reason.DobDifferent,
        };
    }

    private static int Precision(PartialDate date) => date.IsFull ? 3 : date.Month != 0 ? 2 : 1;
}
