using System.Data;
using System.Globalization;
using Microsoft.Data.Sqlite;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Indexing.Packing;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Register.Population.Index;

/// <summary>
/// Packed forms of the population in the house's folder, named after the population and the change at which they were
/// packed. Losing them loses nothing: they are packed again.
/// </summary>
internal sealed class SnapshotFiles(HouseDatabase database, HouseSettings settings, TimeProvider time)
{
    /// <summary>Opens the newest whole form that is of this population; none where there is none.</summary>
    public async Task<PackedRegister?> FindNewest(CancellationToken stop)
    {
        var (stamp, last) = await State(stop);
        if (stamp.Length == 0) return null;
        foreach (var (path, changed) in FilesOf(stamp).OrderByDescending(file => file.Changed))
        {
            if (changed <= last && Open(path, stop) is { } index) return new PackedRegister(index, changed);
            File.Delete(path);
        }

        return null;
    }

    /// <summary>Packs the population as it is now, keeps it as a file, and drops older files.</summary>
    public async Task<PackedRegister> Pack(CancellationToken stop)
    {
        var (built, stamp, changed) = await Build(stop);
        try
        {
            var path = Write(built, stamp, changed, stop);
            if (Open(path, stop) is not { } mapped) return new PackedRegister(built, changed);
            built.Dispose();
            foreach (var (older, at) in FilesOf(stamp))
                if (at < changed) File.Delete(older);
            return new PackedRegister(mapped, changed);
        }
        catch (IOException)
        {
            // Without room on the disk it works from memory, until the next time.
            return new PackedRegister(built, changed);
        }
    }

    private IEnumerable<(string Path, long Changed)> FilesOf(string stamp)
    {
        foreach (var path in Directory.EnumerateFiles(settings.Folder, $"population-{stamp}-*.xti"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (long.TryParse(name.AsSpan(name.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var changed))
                yield return (path, changed);
        }
    }

    private static PopulationIndex? Open(string path, CancellationToken stop)
    {
        if (PopulationIndexReader.TryOpen(path, out var index) is not null) return null;
        if (index!.TryWarm(stop) && index.IsIntact(withRoads: true, stop)) return index;
        index.Dispose();
        return null;
    }

    private string Write(PopulationIndex index, string stamp, long changed, CancellationToken stop)
    {
        var path = Path.Combine(settings.Folder, string.Create(CultureInfo.InvariantCulture, $"population-{stamp}-{changed}.xti"));
        var half = path + ".new";
        try
        {
            using (var file = File.OpenHandle(half, FileMode.Create, FileAccess.Write))
                PopulationIndexWriter.Write(index, file, time.GetUtcNow(), _ => { }, stop);
            File.Move(half, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(half);
        }
    }

    private async Task<(string Stamp, long Changed)> State(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Stamp", "Changed" FROM population WHERE "Id" = 1""";
        await using var row = await command.ExecuteReaderAsync(stop);
        await row.ReadAsync(stop);
        return (row.GetString(0), row.GetInt64(1));
    }

    // One look at the whole population, whatever is written meanwhile.
    private async Task<(PopulationIndex Index, string Stamp, long Changed)> Build(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await using (var stamping = connection.CreateCommand())
        {
            stamping.CommandText = $"""UPDATE population SET "Stamp" = '{Guid.NewGuid():N}' WHERE "Id" = 1 AND "Stamp" = '' """;
            await stamping.ExecuteNonQueryAsync(stop);
        }

        await using var all = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using var command = connection.CreateCommand();
        command.Transaction = all;
        command.CommandText = """SELECT "Stamp", "Changed" FROM population WHERE "Id" = 1""";
        string stamp;
        long changed;
        await using (var row = await command.ExecuteReaderAsync(stop))
        {
            await row.ReadAsync(stop);
            (stamp, changed) = (row.GetString(0), row.GetInt64(1));
        }

        using var builder = new PopulationBuilder();
        var intake = builder.NewIntake();
        command.CommandText = $"""SELECT {PopulationChanges.Columns} FROM people WHERE NOT "IsRemoved" """;
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) intake.Add(PopulationChanges.PersonAt(rows));
        return (builder.Build(), stamp, changed);
    }
}
