using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using XacThuc.Matching;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Overlaid;
using XacThuc.Matching.Weighing;
using XacThuc.Matching.Weighing.Fitting;
using XacThuc.Web.Hosting;

namespace XacThuc.Register.Population.Index;

/// <summary>
/// Who a record may be about, among the packed people and those who changed since. The model is fitted once to the wrong
/// records at hand and kept in the house's folder, where it can be read, reviewed and pinned.
/// </summary>
public sealed partial class RegisterSuggestions(
    RegisterIndex index, IDbContextFactory<RegisterDb> databases, HouseSettings settings, TimeProvider time, ILogger<RegisterSuggestions> log)
    : IDisposable
{
    // Fewer wrong records say too little of how records go wrong here.
    private const int FewestToFit = 2000;

    // With fewer a second thread costs more than it brings.
    private const int RecordsOfAThread = 250;

    private readonly SemaphoreSlim _making = new(1, 1);
    private (PopulationIndex Index, SuggestionEngine Engine)? _packed;

    private string ModelPath => Path.Combine(settings.Folder, "linkage-model.json");

    /// <summary>The likeliest people with the weights behind each, the likeliest first.</summary>
    public async Task<IReadOnlyList<Explanation>> Explain(WrittenRecord record, int top, CancellationToken stop)
    {
        using var lease = await index.Rent(stop);
        var engine = await EngineOf(lease.PackedIndex, lease.Today, stop);
        if (lease.Overlay is { } overlay)
        {
            using var both = new OverlaidSuggester(engine, overlay);
            return both.Explain(record, top);
        }

        using var suggester = engine.NewSuggester();
        return suggester.Explain(record, top);
    }

    /// <summary>Of each record the likeliest person, where there is one; many at once.</summary>
    public async Task<IReadOnlyList<Explanation?>> Likeliest(IReadOnlyList<WrittenRecord> records, CancellationToken stop)
    {
        if (records.Count == 0) return [];
        using var lease = await index.Rent(stop);
        var engine = await EngineOf(lease.PackedIndex, lease.Today, stop);
        var found = new Explanation?[records.Count];
        var parts = Math.Clamp(records.Count / RecordsOfAThread, 1, Environment.ProcessorCount);
        Parallel.For(0, parts, part => Seek(
            engine, lease.Overlay, records, found, (int)((long)records.Count * part / parts), (int)((long)records.Count * (part + 1) / parts)));
        return found;
    }

    /// <summary>
    /// Makes ready what an officer would wait for at the first case: the roads through a register that was packed anew, and
    /// a model once enough records are wrong.
    /// </summary>
    internal async Task Prepare(CancellationToken stop)
    {
        using var lease = await index.Rent(stop);
        var engine = await EngineOf(lease.PackedIndex, lease.Today, stop);
        if (!File.Exists(ModelPath)) await Fit(engine, stop);
    }

    /// <inheritdoc/>
    public void Dispose() => _making.Dispose();

    private static void Seek(
        SuggestionEngine engine, PopulationOverlay? overlay, IReadOnlyList<WrittenRecord> records, Explanation?[] found, int from, int to)
    {
        if (overlay is not null)
        {
            using var both = new OverlaidSuggester(engine, overlay);
            for (var i = from; i < to; i++) found[i] = First(both.Explain(records[i], 1));
            return;
        }

        using var suggester = engine.NewSuggester();
        for (var i = from; i < to; i++) found[i] = First(suggester.Explain(records[i], 1));
    }

    private static Explanation? First(IReadOnlyList<Explanation> people) => people.Count > 0 ? people[0] : null;

    private async Task<SuggestionEngine> EngineOf(PopulationIndex packed, DateOnly today, CancellationToken stop)
    {
        if (_packed is { } known && ReferenceEquals(known.Index, packed)) return known.Engine;
        await _making.WaitAsync(stop);
        try
        {
            if (_packed is { } made && ReferenceEquals(made.Index, packed)) return made.Engine;
            var engine = new SuggestionEngine(packed, today);
            if (File.Exists(ModelPath) && LinkageModel.TryParse(await File.ReadAllTextAsync(ModelPath, stop)) is { } pinned) engine.Model = pinned;
            _packed = (packed, engine);
            return engine;
        }
        finally
        {
            _making.Release();
        }
    }

    // Beside the work, on one processor; until it is done, assumptions serve.
    private async Task Fit(SuggestionEngine engine, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Cases.Take(FewestToFit).CountAsync(stop) < FewestToFit) return;

        var sample = new RecordSample();
        var cases = await db.Cases.AsNoTracking().OrderByDescending(one => one.Id).Take(SuggestionEngine.SampleSize).ToListAsync(stop);
        foreach (var one in cases) sample.Add(one.Id, one.Written);
        engine.Fit(sample, threads: 1);
        await File.WriteAllTextAsync(ModelPath + ".new", engine.Model.ToJson(), stop);
        File.Move(ModelPath + ".new", ModelPath, overwrite: true);
        Fitted(cases.Count, time.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Information, "The model was fitted to {Records} wrong records at {At}.")]
    private partial void Fitted(int records, DateTimeOffset at);
}
