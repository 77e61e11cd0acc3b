using XacThuc.Certificates.Rules;
using XacThuc.Matching;

namespace XacThuc.Platform.Vaccines;

/// <summary>
/// What schedules need to know of a person. A date of birth that is known in part, or not at all, spans the days it may be:
/// rules refuse only what holds for all of them.
/// </summary>
internal sealed class Vaccinee
{
    private static readonly LogicForm Form = new("sex", "conditions", "bornFirst", "bornLast");

    private readonly IReadOnlyList<ConditionCode> _conditions;

    public Vaccinee(PartialDate birth, Sex? sex = null, params IReadOnlyList<ConditionCode> conditions)
    {
        _conditions = conditions;
        BornFirst = birth.IsKnown ? FirstOf(birth) : DateOnly.MinValue;
        BornLast = birth.IsKnown ? LastOf(birth) : null;
        Facts = Form.Of(
            sex is { } known ? Word(known) : LogicValue.Null,
            LogicValue.List([.. conditions.Select(condition => (LogicValue)condition.ToString())]),
            BornFirst.DayNumber, BornLast?.DayNumber);
    }

    /// <summary>The first day of birth that is possible.</summary>
    public DateOnly BornFirst { get; }

    /// <summary>The last day of birth that is possible; null when nothing is known.</summary>
    public DateOnly? BornLast { get; }

    /// <summary>What rules read of the person.</summary>
    public LogicValue Facts { get; }

    /// <summary>Whether the person is in one of these conditions.</summary>
    public bool HasAny(IReadOnlyList<ConditionCode> some) => WhichOf(some).Any();

    /// <summary>In which of these conditions the person is.</summary>
    public IEnumerable<ConditionCode> WhichOf(IReadOnlyList<ConditionCode> some) =>
        _conditions.Count == 0 ? [] : some.Intersect(_conditions);

    private static DateOnly FirstOf(PartialDate birth) =>
        new(birth.Year, Math.Max(birth.Month, 1), Math.Max(birth.Day, 1));

    private static DateOnly LastOf(PartialDate birth)
    {
        var month = birth.Month == 0 ? 12 : birth.Month;
        return new DateOnly(birth.Year, month, birth.IsFull ? birth.Day : DateTime.DaysInMonth(birth.Year, month));
    }

    private static string Word(Sex sex) => sex switch
    {
        Sex.Male => "male",
        Sex.Female => "female",
    };
}
