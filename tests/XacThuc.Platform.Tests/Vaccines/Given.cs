using XacThuc.Matching;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Tests.Vaccines;

/// <summary>People and doses as the tests write them.</summary>
internal static class Given
{
    public static Schedule Covid { get; } = VaccineCatalogue.Standard.FindSchedule("840539006")!;

    /// <summary>A person born on a day; month or day 0 where it is not known.</summary>
    public static Vaccinee Born(int year, int month = 0, int day = 0, params ConditionCode[] conditions) =>
        new(Birth(year, month, day), Sex.Female, conditions);

    public static PartialDate Birth(int year, int month, int day) => PartialDate.TryCreate(year, month, day, out var birth)
        ? birth
        : throw new ArgumentException("No such day.", nameof(day));

    public static DoseGiven Dose(int number, string product, string day) =>
        new(ProductCode.Parse(product), Day(day), number);

    public static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd");
}
