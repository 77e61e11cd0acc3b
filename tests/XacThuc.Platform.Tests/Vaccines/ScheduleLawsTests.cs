using CsCheck;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;
using Xunit;

namespace XacThuc.Platform.Tests.Vaccines;

/// <summary>What holds for every person and every history of doses.</summary>
public sealed class ScheduleLawsTests
{
    private static readonly Gen<Vaccinee> People =
        from birth in Gen.Select(Gen.Int[1920, 2012], Gen.Int[0, 12], Gen.Int[0, 28])
        from conditions in Gen.OneOf(ConditionCode.AgreesToMix, ConditionCode.ImmunoCompromised, ConditionCode.Pregnant).Array[0, 3]
        select Given.Born(birth.Item1, birth.Item2, birth.Item2 == 0 ? 0 : birth.Item3, conditions);

    // A person, what has been given as the schedule says, and what is due next.
    private static readonly Gen<(Vaccinee Person, DoseGiven[] Doses, DoseDue? Due)> Followed =
        from person in People
        from count in Gen.Int[0, 4]
        from choices in Gen.Int[0, 7].Array[5]
        from delays in Gen.Int[0, 60].Array[5]
        select Follow(person, count, choices, delays);

    [Fact]
    public void A_schedule_that_is_followed_as_recommended_gives_no_finding()
    {
        Followed.Sample(history =>
        {
            var (person, doses, due) = history;
            return due is null || due.Products.All(product => Findings(person, doses, due, product, product.Recommended) == 0);
        });
    }

    [Fact]
    public void The_first_day_passes_and_the_days_before_do_not()
    {
        Gen.Select(Followed, Gen.Int[1, 400]).Sample((history, before) =>
        {
            var (person, doses, due) = history;
            return due is null || due.Products.All(product => Findings(person, doses, due, product, product.First) == 0
                && Findings(person, doses, due, product, product.First.AddDays(-1)) > 0
                && Findings(person, doses, due, product, product.First.AddDays(-before)) > 0);
        });
    }

    [Fact]
    public void The_day_after_the_last_is_asked_about()
    {
        Followed.Sample(history =>
        {
            var (person, doses, due) = history;
            return due is null || due.Products.All(product =>
                product.Last is not { } last || Findings(person, doses, due, product, last.AddDays(1)) > 0);
        });
    }

    [Fact]
    public void Another_dose_moves_the_next_one_never_backwards()
    {
        Gen.Select(Followed, Gen.Int[0, 7], Gen.Int[1, 400]).Sample((history, choice, days) =>
        {
            var (person, doses, due) = history;
            if (due is null || doses.Length == 0) return true;

            var product = Given.Covid.Disease.Products[choice].Code;
            var next = Given.Covid.FindNextDue(
                person, [.. doses, new DoseGiven(product, doses[^1].Day.AddDays(days), due.Number)]);
            return next is null || next.First >= due.First;
        });
    }

    [Fact]
    public void Findings_come_in_the_order_of_the_rules_whatever_the_order_of_the_doses()
    {
        var order = Given.Covid.Rules.Select((rule, place) => (rule.Id, place)).ToDictionary(StringComparer.Ordinal);
        var proposals = Gen.Select(Gen.Int[1, 5], Gen.Int[0, 7], Gen.Int[-400, 900]);
        Gen.Select(Followed, proposals).Sample((history, proposal) =>
        {
            var (number, choice, days) = proposal;
            var proposed = new DoseGiven(
                Given.Covid.Disease.Products[choice].Code, new DateOnly(2021, 9, 1).AddDays(days), number);
            var today = new DateOnly(2022, 6, 1);

            var forwards = Given.Covid.Check(history.Person, history.Doses, proposed, today).Select(finding => finding.Rule);
            var backwards = Given.Covid.Check(history.Person, [.. history.Doses.Reverse()], proposed, today)
                .Select(finding => finding.Rule);

            return forwards.SequenceEqual(backwards, StringComparer.Ordinal)
                && forwards.SequenceEqual(forwards.OrderBy(id => order[id]), StringComparer.Ordinal);
        });
    }

    private static (Vaccinee, DoseGiven[], DoseDue?) Follow(Vaccinee person, int count, int[] choices, int[] delays)
    {
        var doses = new List<DoseGiven>();
        while (Given.Covid.FindNextDue(person, doses) is { } due)
        {
            if (doses.Count == count) return (person, [.. doses], due);
            var product = due.Products[choices[doses.Count] % due.Products.Count];
            doses.Add(new DoseGiven(product.Product.Code, product.First.AddDays(delays[doses.Count]), due.Number));
        }

        return (person, [.. doses], null);
    }

    private static int Findings(Vaccinee person, DoseGiven[] doses, DoseDue due, ProductDue product, DateOnly day) =>
        Given.Covid.Check(person, doses, new DoseGiven(product.Product.Code, day, due.Number), day).Count;
}
