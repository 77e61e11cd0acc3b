namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>Something that was so from a day to a day, both included; open where there is none.</summary>
internal interface ITerm
{
    DateOnly? From { get; }

    DateOnly? To { get; }
}

internal static class Terms
{
    extension(ITerm term)
    {
        public bool HoldsOn(DateOnly day) =>
            (term.From is not { } from || from <= day) && (term.To is not { } to || day <= to);
    }

    extension<T>(IReadOnlyList<T> terms) where T : class, ITerm
    {
        /// <summary>The first term that holds on the day.</summary>
        public T? FindOn(DateOnly day)
        {
            for (var i = 0; i < terms.Count; i++)
            {
                if (terms[i].HoldsOn(day)) return terms[i];
            }

            return null;
        }
    }
}
