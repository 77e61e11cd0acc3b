using DuckDB.NET.Data;

namespace XacThuc.Bench.Peers;

/// <summary>An empty DuckDB in memory and SQL to run in it.</summary>
internal static class DuckDb
{
    public static void Run(IEnumerable<string> statements)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
