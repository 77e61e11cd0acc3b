namespace XacThuc.Platform.Sessions.Plan;

/// <summary>A session in a calendar.</summary>
/// <param name="Session">The session.</param>
/// <param name="People">People invited.</param>
/// <param name="Done">People vaccinated.</param>
internal sealed record PlannedSession(VaccinationSession Session, int People, int Done);

/// <summary>A month of sessions, in weeks from Monday.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Sessions">The sessions of all days that are shown.</param>
internal sealed record Month(DateOnly First, IReadOnlyList<PlannedSession> Sessions)
{
    /// <summary>The first day that is shown: a Monday.</summary>
    public DateOnly From => First.AddDays(-(((int)First.DayOfWeek + 6) % 7));

    /// <summary>The first day that is not shown any more.</summary>
    public DateOnly To
    {
        get
        {
            var next = First.AddMonths(1);
            return next.AddDays((7 - (((int)next.DayOfWeek + 6) % 7)) % 7);
        }
    }

    /// <summary>The weeks.</summary>
    public IEnumerable<IReadOnlyList<DateOnly>> Weeks
    {
        get
        {
            for (var monday = From; monday < To; monday = monday.AddDays(7))
                yield return [.. Enumerable.Range(0, 7).Select(monday.AddDays)];
        }
    }

    /// <summary>The sessions of a day, the earliest first.</summary>
    public IEnumerable<PlannedSession> On(DateOnly day) => Sessions.Where(planned => planned.Session.Day == day).OrderBy(planned => planned.Session.Opens);

    /// <summary>The month that an address names (<c>2026-11</c>), or that of a day.</summary>
    public static DateOnly FirstOf(string? named, DateOnly otherwise) =>
        DateOnly.TryParseExact($"{named}-01", "yyyy-MM-dd", out var first) && first.Year is > 2000 and < 2100 ? first : new DateOnly(otherwise.Year, otherwise.Month, 1);
}
