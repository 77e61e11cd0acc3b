using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace XacThuc.Bench.Gates;

/// <summary>The floor: rows as the house keeps them, inserted into a table with the same indexes by prepared statements of Npgsql, nothing else done.</summary>
internal static class PlainInserts
{
    private const int Columns = 12;

    /// <summary>Rows a second.</summary>
    public static async Task<double> Measure(NpgsqlDataSource data, int connections, int batch, int seconds)
    {
        await using (var table = data.CreateCommand("DROP TABLE IF EXISTS plain_scans; CREATE TABLE plain_scans (LIKE scans INCLUDING ALL)")) await table.ExecuteNonQueryAsync();
        var (clock, until) = (Stopwatch.StartNew(), Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency));
        var rows = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Insert(data, batch, until))));
        var passed = clock.Elapsed.TotalSeconds;
        await using (var table = data.CreateCommand("DROP TABLE plain_scans")) await table.ExecuteNonQueryAsync();
        return rows.Sum() / passed;
    }

    private static async Task<long> Insert(NpgsqlDataSource data, int batch, long until)
    {
        await using var connection = await data.OpenConnectionAsync();
        var values = string.Join(", ", Enumerable.Range(0, batch).Select(row => $"({string.Join(", ", Enumerable.Range(1, Columns).Select(column => $"${(row * Columns) + column}"))})"));
        await using var insert = new NpgsqlCommand(
            $"INSERT INTO plain_scans (\"Id\", \"PlaceId\", \"DeviceId\", \"At\", \"ReceivedAt\", \"Way\", \"Kind\", \"Verdict\", \"Reasons\", \"PaperKey\", \"QidKey\", \"Person\") VALUES {values}", connection);
        for (var i = 0; i < batch * Columns; i++) insert.Parameters.Add(new NpgsqlParameter());
        long rows = 0;
        while (Stopwatch.GetTimestamp() < until)
        {
            for (var row = 0; row < batch; row++) Fill(insert, row * Columns);
            if (rows == 0) await insert.PrepareAsync();
            await insert.ExecuteNonQueryAsync();
            rows += batch;
        }

        return rows;
    }

    private static void Fill(NpgsqlCommand insert, int first)
    {
        var now = TimeProvider.System.GetUtcNow();
        (NpgsqlDbType Type, object Value)[] values =
        [
            (NpgsqlDbType.Uuid, Guid.NewGuid()), (NpgsqlDbType.Bigint, 1L), (NpgsqlDbType.Bigint, 1L), (NpgsqlDbType.TimestampTz, now), (NpgsqlDbType.TimestampTz, now),
            (NpgsqlDbType.Integer, 1), (NpgsqlDbType.Integer, 6), (NpgsqlDbType.Integer, 1), (NpgsqlDbType.Text, ""),
            (NpgsqlDbType.Bytea, RandomNumberGenerator.GetBytes(16)), (NpgsqlDbType.Bytea, RandomNumberGenerator.GetBytes(16)), (NpgsqlDbType.Bytea, RandomNumberGenerator.GetBytes(100)),
        ];
        for (var i = 0; i < Columns; i++) (insert.Parameters[first + i].NpgsqlDbType, insert.Parameters[first + i].Value) = values[i];
    }
}
