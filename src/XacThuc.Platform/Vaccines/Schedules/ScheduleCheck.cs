using XacThuc.Platform.Vaccines.Rules;

namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>Judges a dose by the rules before it is given, or written down.</summary>
internal static class ScheduleCheck
{
    extension(Schedule schedule)
    {
        /// <summary>
        /// What rules find against a dose, in the order of the rules; nothing: it is as it should be. Doses against other
        /// diseases do not matter.
        /// </summary>
        /// <exception cref="ArgumentException">The proposed product is against another disease.</exception>
        public IReadOnlyList<Finding> Check(
            Vaccinee vaccinee, IReadOnlyList<DoseGiven> given, DoseGiven proposed, DateOnly today)
        {
            var series = schedule.SeriesOf(given);
            var turn = schedule.TurnOf(vaccinee, series, schedule.GetProduct(proposed.Product), proposed.Number);
            var facts = schedule.FactsOf(turn, series, proposed.Day, today);
            return
            [
                .. schedule.Rules.Where(rule => rule.FindsAgainst(facts, proposed.Day)).Select(rule => rule.Finding(facts)),
            ];
        }

        /// <summary>Whether no rule finds anything against a dose that is given on the day it is meant for.</summary>
        internal bool Passes(in Turn turn, Series series, DateOnly day)
        {
            var facts = schedule.FactsOf(turn, series, day, today: day);
            foreach (var rule in schedule.Rules)
            {
                if (rule.FindsAgainst(facts, day)) return false;
            }

            return true;
        }
    }
}
