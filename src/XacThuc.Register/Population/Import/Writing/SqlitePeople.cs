using Microsoft.Data.Sqlite;
using SQLitePCL;
using XacThuc.Matching;

namespace XacThuc.Register.Population.Import.Writing;

/// <summary>Merges rows into the table of people, on SQLite: one prepared statement a row.</summary>
internal static class SqlitePeople
{
    private const string Upsert = """
        INSERT INTO people ("PersonalId", "Ordinal", "OldId", "FullName", "NameSearch", "NameSort", "Sex", "DateOfBirth", "CommuneCode", "Hamlet", "Changed", "IsRemoved")
        VALUES ($id, $ordinal, $old, $name, $search, $sort, $sex, $born, $commune, $hamlet, $changed, 0)
        ON CONFLICT ("PersonalId", "Ordinal") DO UPDATE SET
          "OldId" = excluded."OldId", "FullName" = excluded."FullName", "NameSearch" = excluded."NameSearch",
          "NameSort" = excluded."NameSort", "Sex" = excluded."Sex", "DateOfBirth" = excluded."DateOfBirth",
          "CommuneCode" = excluded."CommuneCode",
          "Hamlet" = CASE excluded."Hamlet" WHEN '' THEN people."Hamlet" ELSE excluded."Hamlet" END, "Changed" = excluded."Changed", "IsRemoved" = 0
        WHERE "IsRemoved" OR "FullName" <> excluded."FullName" OR "DateOfBirth" <> excluded."DateOfBirth"
          OR "CommuneCode" <> excluded."CommuneCode" OR "OldId" IS NOT excluded."OldId" OR "Sex" IS NOT excluded."Sex"
          OR (excluded."Hamlet" <> '' AND people."Hamlet" <> excluded."Hamlet")
        """;

    public static Merged Merge(SqliteConnection connection, SqliteTransaction all, List<ImportRow> rows, long changed)
    {
        using var command = connection.CreateCommand();
        command.Transaction = all;
        command.CommandText = Upsert;
        var values = new SqliteParameter[11];
        string[] names = ["$id", "$ordinal", "$old", "$name", "$search", "$sort", "$sex", "$born", "$commune", "$changed", "$hamlet"];
        for (var i = 0; i < names.Length; i++) values[i] = command.Parameters.Add(new SqliteParameter(names[i], null));
        values[9].Value = changed;
        command.Prepare();

        var (added, altered) = (0L, 0L);
        var last = 0L;
        ForgetLastRow(connection, all);
        foreach (var (person, hamlet, ordinal) in rows)
        {
            values[0].Value = (long)person.Id.Value;
            values[1].Value = ordinal;
            values[2].Value = person.OldId is { } old ? old.Value : DBNull.Value;
            values[3].Value = person.Name.Shown;
            values[4].Value = person.Name.Search;
            values[5].Value = person.Name.Sort;
            values[6].Value = person.Sex is { } sex ? SexValues[(int)sex] : DBNull.Value;
            values[7].Value = person.DateOfBirth.InFull();
            values[8].Value = person.CommuneCode;
            values[10].Value = hamlet;
            if (command.ExecuteNonQuery() == 0) continue;

            // An insert gives a new row id; a change of a row that was there leaves the last one as it was.
            var now = raw.sqlite3_last_insert_rowid(connection.Handle!);
            if (now == last) altered++;
            else added++;
            last = now;
        }

        return new Merged(added, altered, rows.Count - added - altered);
    }

    // What was inserted before, into whatever table, must not look like the row that comes next.
    private static void ForgetLastRow(SqliteConnection connection, SqliteTransaction all)
    {
        using var command = connection.CreateCommand();
        command.Transaction = all;
        command.CommandText = "CREATE TEMP TABLE IF NOT EXISTS last_row (Id INTEGER PRIMARY KEY); INSERT OR REPLACE INTO last_row VALUES (0)";
        command.ExecuteNonQuery();
    }

    private static readonly object[] SexValues = [0, (int)Sex.Male, (int)Sex.Female];
}
