using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Rules;
using XacThuc.Platform.Vaccines.Schedules;
using Xunit;

namespace XacThuc.Platform.Tests.Vaccines;

public sealed class ScheduleCheckTests
{
    private static readonly DateOnly Today = new(2022, 6, 1);

    [Theory]
    [InlineData("2022-06-02", "dose.future")]
    [InlineData("2021-06-11", "product.not-yet")]
    [InlineData("1989-12-31", "dose.before-birth product.not-yet")]
    public void A_first_dose_on_an_impossible_day_is_refused(string day, string expected)
    {
        var findings = Check(Given.Born(1990, 1, 1), [], Given.Dose(1, "comirnaty", day));

        Assert.Equal(expected, Ids(findings));
        Assert.All(findings, finding => Assert.Equal(Severity.Refuse, finding.Severity));
    }

    [Theory]
    [InlineData("astrazeneca 2021-06-01", "astrazeneca 2021-07-26", "interval.short")]
    [InlineData("astrazeneca 2021-06-01", "astrazeneca 2021-07-27", "")]
    [InlineData("astrazeneca 2021-06-01", "astrazeneca 2021-08-25", "interval.long")]
    [InlineData("astrazeneca 2021-08-10", "astrazeneca 2021-09-06", "interval.short")]
    [InlineData("astrazeneca 2021-08-10", "astrazeneca 2021-09-07", "")]
    [InlineData("astrazeneca 2021-08-10", "comirnaty 2021-10-05", "mixing.consent")]
    [InlineData("astrazeneca 2021-08-10", "comirnaty 2021-09-07", "interval.short mixing.consent")]
    [InlineData("comirnaty 2021-09-10", "spikevax 2021-10-08", "")]
    [InlineData("vero-cell 2021-09-10", "comirnaty 2021-10-08", "mixing.no-rule")]
    [InlineData("comirnaty 2021-09-10", "comirnaty 2021-09-10", "order.same-day")]
    [InlineData("comirnaty 2021-09-10", "comirnaty 2021-09-01", "order.before-previous")]
    [InlineData("janssen 2021-09-10", "comirnaty 2021-11-10", "number.unknown mixing.no-rule")]
    [InlineData("janssen 2021-09-10", "comirnaty 2022-01-10", "")]
    [InlineData("janssen 2021-06-10", "comirnaty 2021-12-09", "interval.short")]
    public void A_second_dose_is_judged_by_the_rules_of_its_day(string first, string second, string expected)
    {
        var findings = Check(Given.Born(1990, 1, 1), [Dose(1, first)], Dose(2, second));

        Assert.Equal(expected, Ids(findings));
    }

    [Fact]
    public void Consent_lets_another_product_follow()
    {
        var agreeing = Given.Born(1990, 1, 1, ConditionCode.AgreesToMix);

        var findings = Check(agreeing, [Dose(1, "astrazeneca 2021-08-10")], Dose(2, "comirnaty 2021-10-05"));

        Assert.Empty(findings);
    }

    [Fact]
    public void What_a_product_is_not_for_is_asked_about()
    {
        var pregnant = Given.Born(1990, 1, 1, ConditionCode.Pregnant);

        Assert.Equal("product.not-for", Ids(Check(pregnant, [], Given.Dose(1, "sputnik-v", "2021-09-10"))));
        Assert.Empty(Check(pregnant, [], Given.Dose(1, "comirnaty", "2021-09-10")));
    }

    [Theory]
    [InlineData(2009, 12, 1, "age.under")]
    [InlineData(2009, 11, 1, "")]
    [InlineData(2010, 0, 0, "age.under")]
    [InlineData(2009, 0, 0, "age.maybe-under")]
    [InlineData(2009, 11, 0, "age.maybe-under")]
    [InlineData(2008, 0, 0, "")]
    public void A_partial_birth_date_refuses_only_what_is_certain(int year, int month, int day, string expected)
    {
        var findings = Check(Given.Born(year, month, day), [], Given.Dose(1, "comirnaty", "2021-11-05"));

        Assert.Equal(expected, Ids(findings));
    }

    [Theory]
    [InlineData(1956, 9, 20, "")]
    [InlineData(1955, 9, 20, "age.over")]
    [InlineData(1955, 0, 0, "age.over")]
    [InlineData(1956, 0, 0, "")]
    public void Whoever_may_be_too_old_is_asked_about(int year, int month, int day, string expected)
    {
        var findings = Check(Given.Born(year, month, day), [], Given.Dose(1, "abdala", "2021-09-20"));

        Assert.Equal(expected, Ids(findings));
    }

    [Fact]
    public void Somebody_without_any_birth_date_is_asked_about()
    {
        var unknown = new Vaccinee(default(PartialDate));

        Assert.Equal("age.maybe-under", Ids(Check(unknown, [], Given.Dose(1, "comirnaty", "2021-11-05"))));
    }

    [Theory]
    [InlineData(1, "2021-09-01", "number.taken")]
    [InlineData(2, "2021-10-10", "number.taken")]
    [InlineData(3, "2022-03-01", "")]
    [InlineData(4, "2022-05-30", "number.missing")]
    [InlineData(5, "2022-05-30", "number.unknown number.missing")]
    public void A_number_fits_into_the_series(int number, string day, string expected)
    {
        var given = new[] { Dose(1, "comirnaty 2021-09-10"), Dose(2, "comirnaty 2021-10-08") };

        Assert.Equal(expected, Ids(Check(Given.Born(1990, 1, 1), given, Given.Dose(number, "comirnaty", day)), "number"));
    }

    [Theory]
    [InlineData("2021-09-10", "")]
    [InlineData("2021-10-08", "order.same-day")]
    [InlineData("2021-10-09", "order.after-following")]
    public void A_first_dose_that_is_entered_late_comes_before_the_second(string day, string expected)
    {
        var findings = Check(
            Given.Born(1990, 1, 1), [Dose(2, "comirnaty 2021-10-08")], Given.Dose(1, "comirnaty", day));

        Assert.Equal(expected, Ids(findings));
    }

    [Fact]
    public void An_additional_dose_is_for_whom_the_series_does_not_protect()
    {
        var given = new[] { Dose(1, "comirnaty 2021-10-10"), Dose(2, "comirnaty 2021-11-10") };
        var proposed = Given.Dose(3, "comirnaty", "2021-12-08");

        Assert.Empty(Check(Given.Born(1990, 1, 1, ConditionCode.ImmunoCompromised), given, proposed));
        Assert.Equal("interval.short", Ids(Check(Given.Born(1990, 1, 1), given, proposed)));
    }

    [Fact]
    public void Doses_against_another_disease_do_not_matter()
    {
        var findings = Check(
            Given.Born(1990, 1, 1), [Given.Dose(1, "of-another-disease", "2021-11-04")], Given.Dose(1, "comirnaty", "2021-11-05"));

        Assert.Empty(findings);
    }

    [Fact]
    public void A_sentence_says_what_is_wrong_and_from_when_it_is_right()
    {
        var finding = Assert.Single(
            Check(Given.Born(1990, 1, 1), [Dose(1, "comirnaty 2021-09-10")], Dose(2, "comirnaty 2021-09-20")));

        Assert.Equal(
            new Bilingual(
                "Mũi 2 sớm hơn khoảng cách tối thiểu: hẹn tiêm từ ngày 01/10/2021; nếu đã tiêm, ghi lý do.",
                "Dose 2 is earlier than the least interval: give it from 01/10/2021 on; if it was given, give a reason."),
            finding.Sentence);
    }

    [Fact]
    public void An_age_is_told_in_years()
    {
        var finding = Assert.Single(Check(Given.Born(2012, 1, 1), [], Given.Dose(1, "comirnaty", "2021-11-05")));

        Assert.StartsWith("Chưa đủ 12 tuổi vào ngày 05/11/2021", finding.Sentence.Vi, StringComparison.Ordinal);
        Assert.StartsWith("Not 12 years old on 05/11/2021", finding.Sentence.En, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Check(Vaccinee vaccinee, IReadOnlyList<DoseGiven> given, DoseGiven proposed) =>
        Given.Covid.Check(vaccinee, given, proposed, Today);

    private static string Ids(IReadOnlyList<Finding> findings, string about = "") => string.Join(
        ' ', findings.Select(finding => finding.Rule).Where(id => id.StartsWith(about, StringComparison.Ordinal)));

    private static DoseGiven Dose(int number, string productAndDay)
    {
        var parts = productAndDay.Split(' ');
        return Given.Dose(number, parts[0], parts[1]);
    }
}
