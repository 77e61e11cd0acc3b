using System.Data.Common;
using System.Globalization;
using XacThuc.Matching;
using XacThuc.Web.Data;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Register.Population.Index;

/// <summary>All people of one personal id as they are now, and when that last changed.</summary>
internal sealed record ChangedPeople(long Changed, IReadOnlyList<WrittenPerson> Current)
{
    public override string ToString() => nameof(ChangedPeople);
}

/// <summary>Reads what changed in the population, by the numbers of the changes.</summary>
internal sealed class PopulationChanges(HouseDatabase database)
{
    internal const string Columns =
        """ "PersonalId", "OldId", "FullName", "Sex", "DateOfBirth", "CommuneCode" """;

    /// <summary>Number of the last change.</summary>
    public async Task<long> Last(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Changed" FROM population WHERE "Id" = 1""";
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
    }

    /// <summary>Everybody under the personal ids that changed since, up to so many ids.</summary>
    public Task<Dictionary<long, ChangedPeople>> Since(long seen, int most, CancellationToken stop) =>
        Read(_ => $"""
            "PersonalId" IN (SELECT DISTINCT "PersonalId" FROM people WHERE "Changed" > {seen} LIMIT {most})
            """, stop);

    /// <summary>Everybody under some personal ids.</summary>
    public Task<Dictionary<long, ChangedPeople>> Of(IReadOnlyCollection<long> personalIds, CancellationToken stop) =>
        Read(command => BulkList.Put(command, "PersonalId", [.. personalIds]), stop);

    private async Task<Dictionary<long, ChangedPeople>> Read(Func<DbCommand, string> areWanted, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""SELECT {Columns}, "Changed", "IsRemoved" FROM people WHERE {areWanted(command)}""";
        var changed = new Dictionary<long, ChangedPeople>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var id = rows.GetInt64(0);
            var before = changed.GetValueOrDefault(id);
            var current = before?.Current ?? [];
            if (!rows.GetBoolean(7)) current = [.. current, PersonAt(rows)];
            changed[id] = new ChangedPeople(Math.Max(before?.Changed ?? 0, rows.GetInt64(6)), current);
        }

        return changed;
    }

    /// <summary>The person in a row of <see cref="Columns"/>.</summary>
    internal static WrittenPerson PersonAt(DbDataReader row) => new(
        new PersonalId((ulong)row.GetInt64(0)).InFull(),
        row.IsDBNull(1) ? "" : new OldId((uint)row.GetInt32(1)).InFull(),
        row.GetString(2),
        row.IsDBNull(3) ? "" : row.GetInt16(3) == (short)Sex.Male ? "Nam" : "Nữ",
        row.GetString(4), row.GetString(5));
}
