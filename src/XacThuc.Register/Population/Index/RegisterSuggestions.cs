using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using XacThuc.Matching;
using XacThuc.Matching.Indexing;
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

    private readonly SemaphoreSlim _making = new(1, 1);
    private (PopulationIndex Index, SuggestionEngine Engine)? _packed;
    private int _fitting;

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

    /// <inheritdoc/>
    public void Dispose() => _making.Dispose();

    private async Task<SuggestionEngine> EngineOf(PopulationIndex packed, DateOnly today, CancellationToken stop)
    {
        if (_packed is { } known && ReferenceEquals(known.Index, packed)) return known.Engine;
        await _making.WaitAsync(stop);
        try
        {
            if (_packed is { } made && ReferenceEquals(made.Index, packed)) return made.Engine;
            var engine = new SuggestionEngine(packed, today);
            if (File.Exists(ModelPath) && LinkageModel.TryParse(await File.ReadAllTextAsync(ModelPath, stop)) is { } pinned) engine.Model = pinned;
            else if (Interlocked.Exchange(ref _fitting, 1) == 0) _ = Task.Run(() => Fit(packed, engine), CancellationToken.None);
            _packed = (packed, engine);
            return engine;
        }
        finally
        {
            _making.Release();
        }
    }

    // Beside the work; until it is done, assumptions serve.
    private async Task Fit(PopulationIndex packed, SuggestionEngine engine)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            if (await db.Cases.CountAsync() < FewestToFit) return;
            using var lease = await index.Rent(CancellationToken.None);
            if (!ReferenceEquals(lease.PackedIndex, packed)) return;
            var sample = new RecordSample();
            var cases = await db.Cases.AsNoTracking().OrderByDescending(one => one.Id).Take(SuggestionEngine.SampleSize).ToListAsync();
            foreach (var one in cases) sample.Add(one.Id, one.Written);
            engine.Fit(sample);
            await File.WriteAllTextAsync(ModelPath + ".new", engine.Model.ToJson());
            File.Move(ModelPath + ".new", ModelPath, overwrite: true);
            Fitted(cases.Count, time.GetUtcNow());
        }
#pragma warning disable CA1031 // Suggestions go on with what they have; the next start tries again.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            NotFitted(failed);
        }
        finally
        {
            Volatile.Write(ref _fitting, 0);
        }
    }

    [LoggerMessage(LogLevel.Information, "The model was fitted to {Records} wrong records at {At}.")]
    private partial void Fitted(int records, DateTimeOffset at);

    [LoggerMessage(LogLevel.Warning, "The model could not be fitted.")]
    private partial void NotFitted(Exception failed);
}
