using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using XacThuc.Bench.Served;

namespace XacThuc.Bench.Handling;

/// <summary>Looks into the houses' databases beside the work: to wait for the border, and to check in the end.</summary>
internal sealed class HouseRows(ServedHouses houses, bool isSqlite)
{
    public async Task<long> Count(string house, string sql)
    {
        await using var connection = await Open(house);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<List<T>> Read<T>(string house, string sql, Func<DbDataReader, T> read)
    {
        await using var connection = await Open(house);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await rows.ReadAsync()) all.Add(read(rows));
        return all;
    }

    /// <summary>Waits until a count is at least so much.</summary>
    /// <returns>Seconds.</returns>
    public async Task<double> Until(string house, string sql, long least)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (await Count(house, sql) < least)
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(20)) throw new Running.Refused($"After 20 minutes the {house} has {await Count(house, sql)} of {least}.");
            await Task.Delay(250);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private async Task<DbConnection> Open(string house)
    {
        DbConnection connection = isSqlite
            ? new SqliteConnection($"Data Source={Path.Combine(houses.Folder, house, house + ".db")};Mode=ReadOnly")
            : new NpgsqlConnection(houses.Database(house));
        await connection.OpenAsync();
        return connection;
    }
}
