using XacThuc.Certificates.Rules;
using XacThuc.Matching;

namespace XacThuc.Platform.Vaccines;

/// <summary>
/// What schedules need to know of a person. A date of birth that is known in part, or not at all, spans the days it may be:
/// rules refuse only what holds for all of them.
/// </summary>
internal sealed class Vaccinee(PartialDate birth, Sex? sex = null, params IReadOnlyList<ConditionCode> conditions)
{
    private static readonly LogicForm Form = new("sex", "conditions", "bornFirst", "bornLast");

    public IReadOnlyList<ConditionCode> Conditions => conditions;

    /// <summary>The first day of birth that is possible.</summary>
    public DateOnly BornFirst { get; } = birth.IsKnown
        ? new DateOnly(birth.Year, Math.Max(birth.Month, 1), Math.Max(birth.Day, 1))
        : DateOnly.MinValue;

    /// <summary>The last day of birth that is possible; null when nothing is known.</summary>
    public DateOnly? BornLast { get; } = birth switch
    {
        { IsKnown: false } => null,
        { IsFull: true } => new DateOnly(birth.Year, birth.Month, birth.Day),
        { Month: 0 } => new DateOnly(birth.Year, 12, 31),
        _ => new DateOnly(birth.Year, birth.Month, DateTime.DaysInMonth(birth.Year, birth.Month)),
    };

    /// <summary>What rules read of the person.</summary>
    public LogicValue Facts => field.Kind is LogicKind.Null ? field = Read() : field;

    /// <summary>Whether the person is in one of these conditions.</summary>
    public bool HasAny(IReadOnlyList<ConditionCode> some)
    {
        for (var i = 0; i < some.Count; i++)
        {
            if (conditions.Contains(some[i])) return true;
        }

        return false;
    }

    private LogicValue Read() => Form.Of(
        sex is { } known ? Word(known) : LogicValue.Null,
        LogicValue.List([.. conditions.Select(condition => (LogicValue)condition.ToString())]),
        BornFirst.DayNumber, BornLast?.DayNumber);

    private static string Word(Sex sex) => sex switch
    {
        Sex.Male => "male",
        Sex.Female => "female",
    };
}
