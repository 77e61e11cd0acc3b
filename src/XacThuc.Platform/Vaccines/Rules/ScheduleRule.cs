using XacThuc.Certificates.Rules;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Vaccines.Rules;

/// <summary>What follows from a finding.</summary>
internal enum Severity
{
    /// <summary>It cannot be: the dose is not written down.</summary>
    Refuse,

    /// <summary>It should not be: the dose is written down with a reason.</summary>
    Ask,
}

/// <summary>What a rule, by its id, found against a dose: a sentence says what is wrong and what to do.</summary>
internal sealed record Finding(string Rule, Severity Severity, Bilingual Sentence);

/// <summary>
/// A rule about one dose. Its id is stable, since records keep it beside the reason that was given. <c>When</c> comes to
/// something true where there is something wrong.
/// </summary>
internal sealed record ScheduleRule(
    string Id, Severity Severity, RuleSentence Sentence, LogicExpression When, DateOnly? From = null,
    DateOnly? To = null) : ITerm
{
    /// <summary>Whether the rule holds on the day of the dose, and finds something against it.</summary>
    /// <exception cref="InvalidDataException">The rule cannot be evaluated: a defect of the data.</exception>
    public bool FindsAgainst(LogicValue facts, DateOnly day)
    {
        if (!this.HoldsOn(day)) return false;
        var result = When.Evaluate(facts);
        return result.Fault is { } fault
            ? throw new InvalidDataException($"Rule {Id} came to no value: {fault.Kind} at {fault.Operator}.")
            : result.Value.IsTrue ?? throw new InvalidDataException($"Rule {Id} came to neither true nor false.");
    }

    public Finding Finding(LogicValue facts) => new(Id, Severity, Sentence.About(facts));
}
