using XacThuc.Certificates.Rules;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Vaccines.Rules;

/// <summary>
/// What a rule can read with <c>var</c>; the README of Vaccines lists it. Days are day numbers: those can be compared.
/// </summary>
internal static class RuleFacts
{
    private static readonly LogicForm All = new("today", "dose", "vaccinee", "product", "step", "previous", "following");
    private static readonly LogicForm Given = new("product", "number", "day");
    private static readonly LogicForm Proposed = new("product", "number", "day", "role", "isTaken");
    private static readonly LogicForm Licensed = new("name", "from", "to", "against");
    private static readonly LogicForm Asked = new(
        "earliest", "latest", "leastAge", "oldEnoughAtBest", "oldEnough", "belowAge", "tooOld", "most", "mixes", "mayFollow",
        "needsConsent");

    public static LogicValue FactsOf(this Schedule schedule, in Turn turn, Series series, DateOnly day, DateOnly today)
    {
        var (product, number, vaccinee) = (turn.Product, turn.Number, turn.Vaccinee);
        var requirement = schedule.RequirementOf(turn, day);
        var role = requirement.Role is { } known ? Word(known) : null;
        return All.Of(
            today.DayNumber,
            Proposed.Of(product.Code.ToString(), number, day.DayNumber, role, series.Has(number)),
            vaccinee.Facts,
            Licensed.Of(product.Name, product.From.DayNumber, product.To?.DayNumber, Against(product, vaccinee)),
            FactsOf(requirement, turn), FactOf(turn.Before), FactOf(series.FindAfter(number)));
    }

    private static LogicValue FactsOf(in Requirement requirement, in Turn turn) => Asked.Of(
        Day(requirement.After?.Minimum, turn.Before?.Day), Day(requirement.After?.Maximum, turn.Before?.Day),
        requirement.Least.Months, Day(requirement.Least, turn.Vaccinee.BornFirst),
        Day(requirement.Least, turn.Vaccinee.BornLast), requirement.Below?.Months,
        Day(requirement.Below, turn.Vaccinee.BornFirst), requirement.Most, requirement.Mixes, requirement.MayFollow,
        requirement.NeedsConsent);

    private static LogicValue Against(Product product, Vaccinee vaccinee) => product.NotFor.Count == 0
        ? LogicValue.Null
        : LogicValue.List([.. vaccinee.WhichOf(product.NotFor).Select(code => (LogicValue)code.ToString())]);

    private static LogicValue FactOf(DoseGiven? dose) => dose is { } given
        ? Given.Of(given.Product.ToString(), given.Number, given.Day.DayNumber)
        : LogicValue.Null;

    private static int? Day(Interval? interval, DateOnly? previous) =>
        interval is { } wait && previous is { } day ? wait.After(day).DayNumber : null;

    private static string Word(DoseRole role) => role switch
    {
        DoseRole.Primary => "primary",
        DoseRole.Additional => "additional",
        DoseRole.Booster => "booster",
    };
}
