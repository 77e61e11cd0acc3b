namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>
/// The dose that is due next, from the first day on which some product may be given; the earliest product first. A role
/// that is not <see cref="DoseRole.Primary"/> says that the primary series is complete.
/// </summary>
internal sealed record DoseDue(int Number, DoseRole Role, DateOnly First, IReadOnlyList<ProductDue> Products);

/// <summary>
/// A product and when: on its first day no rule finds anything; it is best given on the recommended one, and after the last,
/// if there is one, a rule asks for a reason.
/// </summary>
internal sealed record ProductDue(Product Product, DoseRole Role, DateOnly First, DateOnly Recommended, DateOnly? Last);

/// <summary>Plans the next dose of a person.</summary>
internal static class NextDue
{
    extension(Schedule schedule)
    {
        /// <summary>
        /// The dose that is due after those given: with the rules of the day on which it becomes due, whether that day has
        /// passed or is to come. Null: nothing is due any more, or no product fits without asking.
        /// </summary>
        public DoseDue? FindNextDue(Vaccinee vaccinee, IReadOnlyList<DoseGiven> given)
        {
            var series = schedule.SeriesOf(given);
            var number = (series.Last?.Number ?? 0) + 1;
            var products = new List<ProductDue>();
            foreach (var product in schedule.Disease.Products)
            {
                var turn = schedule.TurnOf(vaccinee, series, product, number);
                if (schedule.FindDue(turn, series) is { } due) products.Add(due);
            }

            if (products.Count == 0) return null;
            ProductDue[] earliestFirst = [.. products.OrderBy(due => due.First)];
            return new DoseDue(number, earliestFirst[0].Role, earliestFirst[0].First, earliestFirst);
        }

        private ProductDue? FindDue(in Turn turn, Series series)
        {
            var possible = turn.Before?.Day.AddDays(1) ?? turn.Vaccinee.BornFirst;
            foreach (var span in schedule.SpansOf(turn.Product))
            {
                if (span.Last < possible) continue;
                var requirement = schedule.RequirementOf(turn, span.First);
                if (requirement is not { Role: { } role, MayFollow: true }) continue;

                var first = Later(Later(span.First, possible), Earliest(turn, requirement));
                if (first > span.Last || !schedule.Passes(turn, series, first)) continue;
                var recommended = Later(first, After(requirement.After?.Recommended, turn.Before?.Day));
                return new ProductDue(turn.Product, role, first, recommended, Latest(turn, requirement));
            }

            return null;
        }
    }

    // By interval, and by age also for who was born on the last day possible.
    private static DateOnly Earliest(in Turn turn, in Requirement requirement) => Later(
        After(requirement.Least, turn.Vaccinee.BornLast), After(requirement.After?.Minimum, turn.Before?.Day));

    private static DateOnly? Latest(in Turn turn, in Requirement requirement)
    {
        DateOnly? last = turn.Product.To;
        if (requirement.After?.Maximum is { } longest && turn.Before is { } before)
        {
            last = Sooner(last, longest.After(before.Day));
        }

        if (requirement.Below is { } age) last = Sooner(last, age.After(turn.Vaccinee.BornFirst).AddDays(-1));
        return last;
    }

    private static DateOnly Sooner(DateOnly? one, DateOnly other) => one < other ? one.Value : other;

    private static DateOnly After(Interval? interval, DateOnly? before) =>
        interval is { } wait && before is { } day ? wait.After(day) : DateOnly.MinValue;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
