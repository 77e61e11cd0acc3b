using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Weighing;
using XacThuc.Matching.Weighing.Fitting;

namespace XacThuc.Fuzzing.Targets;

/// <summary>Any text as a model: none, or one that gives probabilities and survives being written.</summary>
internal static class ModelTarget
{
    private static readonly PopulationIndex Index = PopulationIndex.Build(GivenRegister.People);

    public static void Run(byte[] bytes)
    {
        var model = LinkageModel.TryParse(Encoding.UTF8.GetString(bytes));
        if (model is null) return;
        BrokenPromiseException.Unless(LinkageModel.TryParse(model.ToJson()) is not null, "A model can be written and read again.");
        var engine = new SuggestionEngine(Index, new DateOnly(2026, 3, 2)) { Model = model };
        using var suggester = engine.NewSuggester();
        foreach (var person in GivenRegister.People)
        {
            var explained = suggester.Explain(
                new WrittenRecord(person.FullName, person.Sex, "12/03/1990", person.OldId, person.CommuneCode), 5);
            foreach (var each in explained)
                BrokenPromiseException.Unless(each.Suggestion.Probability is >= 0 and <= 1, "A probability is one.");
            BrokenPromiseException.Unless(
                explained.Sum(each => each.Suggestion.Probability) <= 1.0001, "All candidates together are at most one person.");
        }
    }
}
