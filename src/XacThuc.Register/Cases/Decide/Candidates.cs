using XacThuc.Matching.Weighing;
using XacThuc.Register.Population.Index;

namespace XacThuc.Register.Cases.Decide;

/// <summary>The people whom the record of a case may be about.</summary>
internal sealed class Candidates(RegisterSuggestions suggestions)
{
    /// <summary>More columns than this nobody compares.</summary>
    public const int Most = 4;

    public Task<IReadOnlyList<Explanation>> Of(Case one, CancellationToken stop) => suggestions.Explain(one.Written, Most, stop);

    /// <summary>The one of these personal ids, if the case still suggests it.</summary>
    public async Task<Explanation?> Find(Case one, string? personalId, CancellationToken stop) =>
        (await Of(one, stop)).FirstOrDefault(person => string.Equals(person.Person.PersonalId, personalId, StringComparison.Ordinal));
}
