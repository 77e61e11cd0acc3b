using XacThuc.Cli.Authenticate.Suggesting;
using XacThuc.Cli.Progress;
using XacThuc.Cli.Report;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Matching.Weighing;
using XacThuc.Matching.Weighing.Fitting;
using XacThuc.Matching.Weighing.Taken;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate;

/// <summary>Compares all records with the register, on all cores: once for the results, once more for suggestions.</summary>
internal sealed unsafe class AuthenticateRun(
    TableInput records, NameEncoding encoding, PopulationIndex index, DateOnly today, ProblemList problems, RunProgress progress,
    CancellationToken stop)
{
    // The records whose people are sought; empty where no suggestions are wanted.
    private readonly SoughtRows _sought = new();
    private readonly PeopleSet _right = new(index);

    /// <summary>What has been counted.</summary>
    public RunTally Tally { get; } = new();

    /// <summary>The ids that have been seen.</summary>
    public RecordIds Ids { get; } = new(records);

    /// <summary>Writes the results; keeps some records that are not matched aside for the model.</summary>
    /// <param name="output">Where results go.</param>
    /// <param name="sample">Receives records not matched; <see langword="null"/> when none are wanted.</param>
    /// <param name="suggests">Whether <see cref="Suggest"/> comes afterwards.</param>
    public void Authenticate(AtomicOutput output, RecordSample? sample, bool suggests)
    {
        var source = new RowSource(records);
        progress.Begin(Stage.Authenticating, source.Total);
        var ordered = new OrderedOutput(output);
        ordered.WriteHeading(ResultLines.Heading);
        // Every so many bytes one record, from all over the file.
        var stride = Math.Max(1, source.Total / 60 / SuggestionEngine.SampleSize / 3);
        Workers.Run(() =>
        {
            using var pass = new RecordsPass(records, index, today, encoding, suggests ? _right : null);
            var (text, tally) = (new TextBuffer(), new RunTally());
            var lines = new ResultLines(tally);
            var (own, ids) = (new RecordSample(), Ids.NewLook());
            while (!stop.IsCancellationRequested && source.TryNext(pass.Chunk))
            {
                pass.Compare();
                pass.Write(text, lines, tally, problems);
                ids.At(pass.Chunk);
                ordered.Write(pass.Chunk.Index, ref text);
                progress.Advance(pass.Chunk.Length, pass.Chunk.Rows);
                if (suggests) _sought.Keep(pass.Chunk.Index, pass.Results);
                if (sample is not null) Keep(pass, own, stride);
            }

            lines.HandOver();
            lock (Tally)
            {
                Tally.Merge(tally);
                sample?.Add(own);
            }
        });
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>Writes suggestions for the records that are not matched; after <see cref="Authenticate"/>.</summary>
    /// <param name="output">Where suggestions go.</param>
    /// <param name="engine">What suggests; with its model.</param>
    /// <param name="sample">Records not matched, from all over.</param>
    /// <param name="top">The most that are wanted for a record.</param>
    public void Suggest(AtomicOutput output, SuggestionEngine engine, RecordSample sample, int top)
    {
        var others = new OtherRecords(engine, _right, sample);
        var source = new RowSource(records);
        progress.Begin(Stage.Suggesting, source.Total);
        var ordered = new OrderedOutput(output);
        ordered.WriteHeading(SuggestionPass.Heading);
        var kept = new KeptSuggestions();
        Workers.Run(() =>
        {
            using var pass = new RecordsPass(records, index, today, encoding);
            using var suggestions = new SuggestionPass(pass, engine.NewSuggester(), others, top);
            var (text, tally) = (new TextBuffer(), new RunTally());
            while (!stop.IsCancellationRequested && source.TryNext(pass.Chunk))
            {
                pass.Split();
                suggestions.Write(text, tally, _sought.Of(pass.Chunk.Index));
                if (suggestions.Open.Count == 0) ordered.Write(pass.Chunk.Index, ref text);
                else kept.Keep(pass.Chunk.Index, text, suggestions.Open);
                progress.Advance(pass.Chunk.Length, pass.Chunk.Rows);
            }

            lock (Tally) Tally.Merge(tally);
        });
        stop.ThrowIfCancellationRequested();
        others.Settle(kept.Open);
        kept.WriteTo(ordered, (text, id, record) => SuggestionPass.Write(text, id, record, Tally, top));
    }

    /// <summary>An engine for suggestions over the same register and records.</summary>
    public SuggestionEngine NewEngine() => new(index, today, encoding);

    private static void Keep(RecordsPass pass, RecordSample sample, long stride)
    {
        var chunk = pass.Chunk;
        var results = pass.Results;
        fixed (byte* text = chunk.Text)
        {
            for (var row = 0; row < results.Length; row++)
            {
                if (!SoughtRows.IsSought(results[row])) continue;
                var hash = ((ulong)chunk.Index << 32 | (uint)row) * 0x9E3779B97F4A7C15;
                if ((hash >> 32) % (ulong)stride != 0) continue;
                sample.Add((long)chunk.Index << 32 | (uint)row, text, chunk.Places.AsSpan(row * RecordFields.Count, RecordFields.Count));
            }
        }
    }
}
