using Npgsql;
using NpgsqlTypes;

namespace XacThuc.Register.Population.Import.Writing;

/// <summary>Merges rows into the table of people, on PostgreSQL: copied beside it, then merged at once.</summary>
internal static class PostgresPeople
{
    private const string Staging = """
        CREATE TEMP TABLE IF NOT EXISTS people_in (
          id bigint, ordinal int, old int, name text, search text, sort text, sex smallint, born text, commune text, hamlet text
        ) ON COMMIT DELETE ROWS
        """;

    private const string Copy =
        "COPY people_in (id, ordinal, old, name, search, sort, sex, born, commune, hamlet) FROM STDIN (FORMAT BINARY)";

    private const string Change = """
        UPDATE people p SET
          "OldId" = i.old, "FullName" = i.name, "NameSearch" = i.search, "NameSort" = i.sort, "Sex" = i.sex,
          "DateOfBirth" = i.born, "CommuneCode" = i.commune, "Hamlet" = CASE i.hamlet WHEN '' THEN p."Hamlet" ELSE i.hamlet END, "Changed" = $1, "IsRemoved" = false
        FROM people_in i
        WHERE p."PersonalId" = i.id AND p."Ordinal" = i.ordinal AND (p."IsRemoved" OR p."FullName" <> i.name
          OR p."DateOfBirth" <> i.born OR p."CommuneCode" <> i.commune
          OR p."OldId" IS DISTINCT FROM i.old OR p."Sex" IS DISTINCT FROM i.sex
          OR (i.hamlet <> '' AND p."Hamlet" <> i.hamlet))
        """;

    private const string Add = """
        INSERT INTO people ("PersonalId", "Ordinal", "OldId", "FullName", "NameSearch", "NameSort", "Sex", "DateOfBirth", "CommuneCode", "Hamlet", "Changed", "IsRemoved")
        SELECT id, ordinal, old, name, search, sort, sex, born, commune, hamlet, $1, false FROM people_in
        ON CONFLICT ("PersonalId", "Ordinal") DO NOTHING
        """;

    public static async Task<Merged> Merge(
        NpgsqlConnection connection, List<ImportRow> rows, long changed, CancellationToken stop)
    {
        await using (var staging = new NpgsqlCommand(Staging, connection)) await staging.ExecuteNonQueryAsync(stop);
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, stop))
        {
            foreach (var (person, hamlet, ordinal) in rows)
            {
                await copy.StartRowAsync(stop);
                await copy.WriteAsync((long)person.Id.Value, NpgsqlDbType.Bigint, stop);
                await copy.WriteAsync(ordinal, NpgsqlDbType.Integer, stop);
                if (person.OldId is { } old) await copy.WriteAsync((int)old.Value, NpgsqlDbType.Integer, stop);
                else await copy.WriteNullAsync(stop);
                await copy.WriteAsync(person.Name.Shown, NpgsqlDbType.Text, stop);
                await copy.WriteAsync(person.Name.Search, NpgsqlDbType.Text, stop);
                await copy.WriteAsync(person.Name.Sort, NpgsqlDbType.Text, stop);
                if (person.Sex is { } sex) await copy.WriteAsync((short)sex, NpgsqlDbType.Smallint, stop);
                else await copy.WriteNullAsync(stop);
                await copy.WriteAsync(person.DateOfBirth.InFull(), NpgsqlDbType.Text, stop);
                await copy.WriteAsync(person.CommuneCode, NpgsqlDbType.Text, stop);
                await copy.WriteAsync(hamlet, NpgsqlDbType.Text, stop);
            }

            await copy.CompleteAsync(stop);
        }

        var altered = await Run(connection, Change, changed, stop);
        var added = await Run(connection, Add, changed, stop);
        await using (var clear = new NpgsqlCommand("TRUNCATE people_in", connection)) await clear.ExecuteNonQueryAsync(stop);
        return new Merged(added, altered, rows.Count - added - altered);
    }

    private static async Task<int> Run(NpgsqlConnection connection, string sql, long changed, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = changed } } };
        return await command.ExecuteNonQueryAsync(stop);
    }
}
