using XacThuc.Matching.Blocking;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Overlaid;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Matching.Weighing.Fitting;

namespace XacThuc.Matching.Weighing;

/// <summary>All that suggestions need beside the register itself: roads, frequencies, a model. Shared by threads.</summary>
public sealed class SuggestionEngine
{
    /// <summary>So many records make a good sample; more change nothing that could be seen.</summary>
    public const int SampleSize = 16_000;

    private readonly Roads _roads;
    private readonly Frequencies _frequencies;
    private readonly DateOnly _today;
    private readonly NameEncoding _encoding;

    /// <summary>Builds roads and counts frequencies.</summary>
    /// <param name="index">The register.</param>
    /// <param name="today">The day by which dates of birth are possible or not.</param>
    /// <param name="encoding">How the records write names.</param>
    public SuggestionEngine(PopulationIndex index, DateOnly today, NameEncoding encoding = NameEncoding.Unicode)
    {
        Index = index;
        _today = today;
        _encoding = encoding;
        _roads = index.GetRoads();
        _frequencies = new Frequencies(index, _roads.Words);
    }

    private SuggestionEngine(PopulationOverlay overlay, SuggestionEngine packed)
    {
        (Index, _today, _encoding, Model) = (overlay.Changed, packed._today, packed._encoding, packed.Model);
        _roads = Index.GetRoads();
        _frequencies = new Frequencies(Index.Words, packed._frequencies);
    }

    /// <summary>The model in use: assumptions until <see cref="Fit"/> or a pinned model.</summary>
    public LinkageModel Model { get; set; } = LinkageModel.Prior;

    /// <summary>The register.</summary>
    internal PopulationIndex Index { get; }

    internal double People => _frequencies.People;

    /// <summary>Fits the model to a sample of records that are not matched.</summary>
    /// <param name="sample">The records.</param>
    /// <param name="threads">So many at once; all processors where none is said.</param>
    public void Fit(RecordSample sample, int? threads = null) => Model = new ModelFitting(
        Index, _roads, _frequencies, _today, _encoding, threads ?? Environment.ProcessorCount).Fit(sample);

    /// <summary>The same for the people who changed since the register was packed, by the frequencies of all.</summary>
    public SuggestionEngine Over(PopulationOverlay overlay) => new(overlay, this);

    /// <summary>A suggester for one thread, with the model as it is now.</summary>
    public Suggester NewSuggester() => new(
        Index, new SoughtReader(Index, _roads.Words, _today, _encoding), _roads, _frequencies, Model);
}
