using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using XacThuc.Register.Population.Import.Writing;
using XacThuc.Register.Population.Index;
using XacThuc.Tables;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Population.Import;

/// <summary>
/// Brings a register's file into the population. Each batch is one transaction with its checkpoint; the same file again
/// changes nothing.
/// </summary>
public sealed class PopulationImport(RegisterDb db, RegisterIndex index)
{
    /// <summary>Imports a file, and waits until whoever is authenticated is compared with it.</summary>
    /// <param name="path">The file: CSV or Excel.</param>
    /// <param name="act">The act of whoever brings it.</param>
    /// <param name="stop">Stops after the batch at hand.</param>
    public Task<Result<ImportCounts>> Run(string path, Act act, CancellationToken stop) =>
        Run(path, act, new ImportBooks(), stop);

    internal async Task<Result<ImportCounts>> Run(string path, Act act, ImportBooks books, CancellationToken stop)
    {
        var done = books.Checkpoint;
        if (!done.IsWhole)
        {
            if (!TableInput.Open(path, TableKind.Register).TryGet(out var table, out var sentence))
                return PopulationRefusals.Unusable(sentence.StartsWith(path, StringComparison.Ordinal) ? sentence[(path.Length + 2)..] : sentence);
            using (table) done = await Import(table, done, act, books, stop);

            // So many new rows at once: until PostgreSQL has looked at them, it plans as if there were none.
            if (!db.IsSqlite) await db.Database.ExecuteSqlRawAsync("ANALYZE people", stop);
        }

        await index.CatchUp(stop);
        return done.Counts;
    }

    private async Task<ImportCheckpoint> Import(
        TableInput table, ImportCheckpoint done, Act act, ImportBooks books, CancellationToken stop)
    {
        var reading = new ImportReading(table, RepeatedIds.Find(table, stop), done.Rows);
        var shared = await PeopleSharingIds(stop);
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var batches = Channel.CreateBounded<ReadBatch>(2);
        var read = Task.Run(() => reading.Read(batches.Writer, failing.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(stop))
                done = await Save(books, batch, table, done, shared, stop);
            var (rows, problems, repeats) = RepeatedPeople.Of(reading.Aside, table.Name);
            var last = new ReadBatch(rows, problems, done.Rows, table.Length - table.DataStart);
            done = done with { Counts = done.Counts with { Same = done.Counts.Same + repeats } };
            return await Save(books, last, table, done, shared, stop, act);
        }
        finally
        {
            await failing.CancelAsync();
            await read;
        }
    }

    private async Task<ImportCheckpoint> Save(
        ImportBooks books, ReadBatch batch, TableInput table, ImportCheckpoint before, HashSet<long> shared,
        CancellationToken stop, Act? last = null)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var changed = await PopulationState.Advance(db.Database.GetDbConnection(), all.GetDbTransaction(), stop);
        var merged = await Merge(all.GetDbTransaction(), batch.Rows, changed, stop);
        var dropped = await DropOthers(batch.Rows, shared, changed, stop);
        var counts = before.Counts + new ImportCounts(
            batch.RowsRead - before.Rows, merged.Added, merged.Changed + dropped, merged.Same, batch.Problems.Count);
        var now = new ImportCheckpoint(batch.RowsRead, counts, last is not null);
        if (last is not null) db.Note(last with { Reason = $"read {counts.Read}, added {counts.Added}, changed {counts.Changed}, same {counts.Same}, problems {counts.Problems}" });
        await books.Keep(db, batch, before.Counts.Problems, now, table.Length - table.DataStart, stop);
        await db.SaveChangesAsync(stop);
        await all.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return now;
    }

    private async Task<Merged> Merge(DbTransaction all, List<ImportRow> rows, long changed, CancellationToken stop)
    {
        // In the order of the index, batch by batch: neighbours share its pages.
        rows.Sort((left, right) => left.Person.Id.Value != right.Person.Id.Value
            ? left.Person.Id.Value.CompareTo(right.Person.Id.Value)
            : left.Ordinal.CompareTo(right.Ordinal));
        return db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => SqlitePeople.Merge(sqlite, (SqliteTransaction)all, rows, changed),
            NpgsqlConnection postgres => await PostgresPeople.Merge(postgres, rows, changed, stop),
            _ => throw new InvalidOperationException("The house keeps its data in SQLite or PostgreSQL."),
        };
    }

    // A file that names a person once says that nobody else has the number.
    private async Task<int> DropOthers(List<ImportRow> rows, HashSet<long> shared, long changed, CancellationToken stop)
    {
        if (shared.Count == 0) return 0;
        var dropped = 0;
        foreach (var group in rows.Where(row => shared.Contains((long)row.Person.Id.Value)).GroupBy(row => (long)row.Person.Id.Value))
        {
            var (id, most) = (group.Key, group.Max(row => row.Ordinal));
            dropped += await db.Set<Person>().Where(p => p.PersonalId == id && p.Ordinal > most && !p.IsRemoved).ExecuteUpdateAsync(
                row => row.SetProperty(p => p.IsRemoved, true).SetProperty(p => p.Changed, changed), stop);
        }

        return dropped;
    }

    private async Task<HashSet<long>> PeopleSharingIds(CancellationToken stop) =>
        [.. await db.Set<Person>().Where(p => p.Ordinal > 0 && !p.IsRemoved).Select(p => p.PersonalId).Distinct().ToListAsync(stop)];
}
