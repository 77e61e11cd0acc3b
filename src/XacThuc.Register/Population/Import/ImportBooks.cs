using XacThuc.Web.Jobs;

namespace XacThuc.Register.Population.Import;

/// <summary>What is kept of an import beside the people: how far it is, and what is to be told. Nothing where no job asked.</summary>
internal sealed class ImportBooks(JobRun? run = null)
{
    /// <summary>So many things are told in words; a file with more has one cause, not many.</summary>
    private const int Kept = 10_000;

    public ImportCheckpoint Checkpoint { get; } = run?.Checkpoint<ImportCheckpoint>() ?? new ImportCheckpoint(0, ImportCounts.None);

    /// <summary>Keeps both in the open transaction.</summary>
    public async Task Keep(
        RegisterDb db, ReadBatch batch, long toldBefore, ImportCheckpoint now, long total, CancellationToken stop)
    {
        if (run is null) return;
        foreach (var problem in batch.Problems.Take((int)Math.Max(0, Kept - toldBefore)))
            db.Add(new ImportProblem { JobId = run.Id, Line = problem.Line, Column = problem.Column, Sentence = problem.Sentence });
        await run.Save(db, batch.BytesRead, total, now, now.Counts.ByName, stop);
    }
}
