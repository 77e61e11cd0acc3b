using Microsoft.Data.Sqlite;
using Sylvan.Data.Csv;

namespace XacThuc.Bench.Peers;

/// <summary>SQLite: fields brought into form in C#, loaded in one transaction, joined by the primary key.</summary>
internal static class SqliteJoin
{
    public static void Run(PeerFiles files)
    {
        var path = files.Out + ".sqlite";
        File.Delete(path);
        using (var database = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            database.Open();
            Execute(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
            Execute(database, """
                CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, sex TEXT, born TEXT);
                CREATE TABLE record (record_id TEXT, id INTEGER, name TEXT, sex TEXT, born TEXT);
                """);
            using (var transaction = database.BeginTransaction())
            {
                Load(database, files.Register, "INSERT OR IGNORE INTO person VALUES ($0, $1, $2, $3)", 0, -1, 2);
                Load(database, files.Records, "INSERT INTO record VALUES ($4, $0, $1, $2, $3)", 4, 0, 1);
                transaction.Commit();
            }

            Join(database, files.Out);
        }

        File.Delete(path);
    }

    private static void Load(SqliteConnection database, string path, string insert, int number, int recordId, int name)
    {
        using var command = database.CreateCommand();
        command.CommandText = insert;
        var values = new SqliteParameter[recordId < 0 ? 4 : 5];
        for (var i = 0; i < values.Length; i++)
            values[i] = command.Parameters.Add($"${i}", i == 0 ? SqliteType.Integer : SqliteType.Text);
        command.Prepare();
        using var rows = CsvDataReader.Create(path);
        while (rows.Read())
        {
            values[0].Value = WrittenForms.Number(rows.GetString(number));
            values[1].Value = WrittenForms.Name(rows.GetString(name));
            values[2].Value = WrittenForms.Sex(rows.GetString(name + 1));
            values[3].Value = WrittenForms.Date(rows.GetString(name + 2));
            if (recordId >= 0) values[4].Value = rows.GetString(recordId);
            command.ExecuteNonQuery();
        }
    }

    private static void Join(SqliteConnection database, string path)
    {
        using var command = database.CreateCommand();
        command.CommandText = """
            SELECT r.record_id, r.id, p.id, r.name = p.name, r.sex = p.sex, r.born = p.born
            FROM record r LEFT JOIN person p ON r.id = p.id ORDER BY r.rowid
            """;
        using var rows = command.ExecuteReader();
        using var output = new StreamWriter(path);
        output.WriteLine(WrittenForms.ResultHeading);
        while (rows.Read())
        {
            output.Write(rows.GetString(0));
            if (rows.GetInt64(1) == 0)
            {
                output.WriteLine(",unauthenticated,not_compared,not_compared,not_compared,missing,");
            }
            else if (rows.IsDBNull(2))
            {
                output.WriteLine(",mismatched,not_compared,not_compared,not_compared,wrong,");
            }
            else
            {
                var (name, sex, born) = (rows.GetInt64(3) != 0, rows.GetInt64(4) != 0, rows.GetInt64(5) != 0);
                output.Write(name && sex && born ? ",matched," : ",mismatched,");
                output.WriteLine(
                    $"{WrittenForms.Verdict(name)},{WrittenForms.Verdict(sex)},{WrittenForms.Verdict(born)},right,");
            }
        }
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
