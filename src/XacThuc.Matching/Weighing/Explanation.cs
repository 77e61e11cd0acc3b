using XacThuc.Matching.Weighing.Fitting;
using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Weighing;

/// <summary>Why a person is suggested: the waterfall of weights, in bits (logarithms of base 2).</summary>
/// <param name="Suggestion">The suggestion.</param>
/// <param name="Person">The person as the register has it; for the police side only.</param>
/// <param name="Prior">The weight before any field was looked at: one of all people.</param>
/// <param name="Fields">What each field added (positive) or took (negative).</param>
/// <param name="Total">Prior and fields together.</param>
public sealed record Explanation(
    Suggestion Suggestion, WrittenPerson Person, double Prior, IReadOnlyList<FieldWeight> Fields, double Total)
{
    internal static Explanation Of(
        Suggestion suggestion, WrittenPerson person, in Candidate candidate, LinkageModel model, long people)
    {
        var prior = Math.Log2(model.InRegister / Math.Max(1, people) / (1 - model.InRegister));
        var fields = new List<FieldWeight>();
        foreach (var field in EvidenceLevels.Fields)
        {
            var level = EvidenceLevels.NamesOf(field)[candidate.Evidence.LevelOf(field)];
            fields.Add(new FieldWeight(
                field.ToString(), level, model.LogWeight(candidate.Evidence, field) / Math.Log(2)));
        }

        // How usual such a set of damages is: what the fields do not say each for itself.
        var whole = candidate.LogWeight / Math.Log(2);
        fields.Add(new FieldWeight("Pattern", "", whole - fields.Sum(field => field.Bits)));
        return new Explanation(suggestion, person, prior, fields, prior + whole);
    }
}

/// <summary>What one field says for or against a person.</summary>
/// <param name="Field">The field.</param>
/// <param name="Level">The comparison level that was reached.</param>
/// <param name="Bits">Its weight in bits.</param>
public sealed record FieldWeight(string Field, string Level, double Bits);
