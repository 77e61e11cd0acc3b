using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Vaccines;

/// <summary>
/// A vaccine as it is licensed and given here: how many doses its primary series has; for whom, and how long after the
/// dose before, as this changed over time; with which conditions it is not to be given; where all that is written. People
/// call it otherwise too, as <see cref="Written"/> says.
/// </summary>
internal sealed record Product(
    ProductCode Code, string Name, string Manufacturer, EuCodes Eu, int Doses, IReadOnlyList<AgeTerm> Ages,
    IReadOnlyList<IntervalTerm> Intervals, IReadOnlyList<ConditionCode> NotFor, string Source, DateOnly From,
    DateOnly? To = null, IReadOnlyList<string>? Written = null)
{
    /// <summary>What holds on the day between the dose before and this one.</summary>
    public Spacing? FindInterval(int dose, DateOnly day)
    {
        for (var i = 0; i < Intervals.Count; i++)
        {
            if (Intervals[i].Dose == dose && Intervals[i].HoldsOn(day)) return Intervals[i].After;
        }

        return null;
    }
}

/// <summary>What a European certificate calls it (the value sets of ehn-dcc-development).</summary>
internal sealed record EuCodes(string Product, string Manufacturer, string Vaccine);

/// <summary>From an age on, and below another, both in whole months or years.</summary>
internal sealed record AgeTerm(Interval Least, Interval? Below = null, DateOnly? From = null, DateOnly? To = null) : ITerm;

/// <summary>How long after the dose before it a dose may be given.</summary>
internal sealed record IntervalTerm(int Dose, Spacing After, DateOnly? From = null, DateOnly? To = null) : ITerm;
