using XacThuc.Matching.Indexing.Overlaid;

namespace XacThuc.Matching.Weighing;

/// <summary>
/// Suggests who a record is about among the people of a packed register and those who changed since: one list, one
/// probability over all of them. One a thread.
/// </summary>
public sealed class OverlaidSuggester : IDisposable
{
    private readonly SuggestionEngine _engine;
    private readonly PopulationOverlay _overlay;
    private readonly Suggester _packed;
    private readonly Suggester _changed;

    /// <summary>A suggester over both.</summary>
    /// <param name="packed">The packed register with its model.</param>
    /// <param name="overlay">What changed since; must outlive its use.</param>
    public OverlaidSuggester(SuggestionEngine packed, PopulationOverlay overlay)
    {
        (_engine, _overlay) = (packed, overlay);
        _packed = packed.NewSuggester();
        _changed = packed.Over(overlay).NewSuggester();
    }

    /// <summary>The likeliest people for a record, each with the weight that each field added or took.</summary>
    public IReadOnlyList<Explanation> Explain(WrittenRecord record, int top)
    {
        var found = new List<(Candidate Candidate, bool IsChanged)>();
        foreach (ref readonly var candidate in _packed.SeekAll(record))
            if (!_overlay.Hides(_packed.PersonAt(candidate.Place))) found.Add((candidate, false));
        foreach (ref readonly var candidate in _changed.SeekAll(record)) found.Add((candidate, true));

        var candidates = found.ConvertAll(each => each.Candidate).ToArray();
        var nobody = PersonSearch.Spread(candidates, _engine.Model, _engine.People, Math.Max(_packed.Hidden, _changed.Hidden));
        for (var i = 0; i < candidates.Length; i++) candidates[i].Probability = Caution.Shown(candidates[i].Probability, nobody);

        return
        [
            .. Enumerable.Range(0, candidates.Length)
                .OrderByDescending(i => candidates[i].Probability).ThenBy(i => OwnerOf(found[i]).Value).Take(top)
                .Select((i, rank) => (found[i].IsChanged ? _changed : _packed).Explain(candidates[i], rank + 1, (long)_engine.People)),
        ];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _packed.Dispose();
        _changed.Dispose();
    }

    private PersonalId OwnerOf((Candidate Candidate, bool IsChanged) found) =>
        (found.IsChanged ? _changed : _packed).PersonAt(found.Candidate.Place);
}
