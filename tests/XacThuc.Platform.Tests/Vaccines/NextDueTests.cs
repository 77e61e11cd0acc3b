using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;
using Xunit;

namespace XacThuc.Platform.Tests.Vaccines;

public sealed class NextDueTests
{
    [Fact]
    public void A_first_dose_is_due_from_the_day_that_its_product_came()
    {
        var due = Given.Covid.FindNextDue(Given.Born(1990, 1, 1), []);

        Assert.Equal((1, DoseRole.Primary, Given.Day("2021-02-01")), (due!.Number, due.Role, due.First));
        Assert.Equal(8, due.Products.Count);
        Assert.Equal("astrazeneca", due.Products[0].Product.Code.ToString());
    }

    [Fact]
    public void Somebody_pregnant_is_offered_no_product_that_is_not_for_her()
    {
        var due = Given.Covid.FindNextDue(Given.Born(1990, 1, 1, ConditionCode.Pregnant), []);

        Assert.DoesNotContain(ProductCode.Parse("sputnik-v"), due!.Products.Select(product => product.Product.Code));
        Assert.Equal(7, due.Products.Count);
    }

    [Theory]
    [InlineData(2009, 12, 25, "2021-12-25")]
    [InlineData(2009, 12, 0, "2021-12-31")]
    [InlineData(2009, 0, 0, "2021-12-31")]
    [InlineData(2005, 1, 1, "2021-10-14")]
    public void A_child_is_due_when_it_is_surely_old_enough_and_may_be_vaccinated(int year, int month, int day, string expected)
    {
        var due = Given.Covid.FindNextDue(Given.Born(year, month, day), []);

        Assert.Equal(Given.Day(expected), due!.First);
    }

    [Theory]
    [InlineData("2021-06-01", "2021-07-27", "2021-07-27", "2021-08-24")]
    [InlineData("2021-07-10", "2021-09-01", "2021-09-04", "2021-10-02")]
    [InlineData("2021-09-10", "2021-10-08", "2021-11-05", "2021-12-03")]
    public void A_second_dose_is_due_by_the_rules_of_the_day_on_which_it_becomes_so(
        string first, string expected, string recommended, string last)
    {
        var due = Given.Covid.FindNextDue(Given.Born(1990, 1, 1), [Given.Dose(1, "astrazeneca", first)]);

        var product = Assert.Single(due!.Products);
        Assert.Equal(
            (2, Given.Day(expected), Given.Day(recommended), Given.Day(last)),
            (due.Number, product.First, product.Recommended, product.Last));
    }

    [Fact]
    public void Whoever_agrees_to_mix_may_have_what_may_follow()
    {
        var due = Given.Covid.FindNextDue(
            Given.Born(1990, 1, 1, ConditionCode.AgreesToMix), [Given.Dose(1, "astrazeneca", "2021-09-10")]);

        Assert.Equal("astrazeneca comirnaty spikevax", string.Join(' ', due!.Products.Select(product => product.Product.Code)));
        Assert.Equal(Given.Day("2021-11-05"), due.Products[1].First);
    }

    [Theory]
    [InlineData("2021-06-15", "2021-12-15")]
    [InlineData("2021-06-25", "2021-12-17")]
    [InlineData("2021-11-30", "2022-02-28")]
    public void A_booster_is_due_after_six_and_later_three_months(string janssen, string expected)
    {
        var due = Given.Covid.FindNextDue(Given.Born(1990, 1, 1), [Given.Dose(1, "janssen", janssen)]);

        Assert.Equal((2, DoseRole.Booster, Given.Day(expected)), (due!.Number, due.Role, due.First));
        Assert.Equal(
            "astrazeneca comirnaty spikevax janssen", string.Join(' ', due.Products.Select(product => product.Product.Code)));
    }

    [Fact]
    public void Whoever_the_series_does_not_protect_has_an_additional_dose_first()
    {
        var due = Given.Covid.FindNextDue(Given.Born(1990, 1, 1, ConditionCode.ImmunoCompromised),
            [Given.Dose(1, "comirnaty", "2021-11-01"), Given.Dose(2, "comirnaty", "2021-11-22")]);

        Assert.Equal((3, DoseRole.Additional, Given.Day("2021-12-20")), (due!.Number, due.Role, due.First));
    }

    [Fact]
    public void After_the_last_dose_that_the_series_knows_nothing_is_due()
    {
        var due = Given.Covid.FindNextDue(Given.Born(1990, 1, 1),
        [
            Given.Dose(1, "janssen", "2021-09-01"), Given.Dose(2, "comirnaty", "2021-12-20"),
            Given.Dose(3, "comirnaty", "2022-05-10"),
        ]);

        Assert.Null(due);
    }
}
