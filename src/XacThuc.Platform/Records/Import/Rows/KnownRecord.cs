using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using XacThuc.Matching;
using XacThuc.Platform.Records.Phones;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Records.Import.Rows;

/// <summary>A record that is there already, as far as an import needs to know.</summary>
internal sealed record KnownRecord(long Id, UInt128 Key, long ImportId, int Version, WrittenRecord Written, string Hamlet, string Phone, PhoneOrigin PhoneFrom)
{
    private const string Fields =
        "\"Id\", \"SameKey\", \"ImportId\", \"Version\", \"FullName\", \"Sex\", \"DateOfBirth\", \"IdNumber\", \"CommuneCode\", \"Hamlet\", \"Phone\", \"PhoneFrom\"";

    /// <summary>Looks for records of a unit by their keys.</summary>
    public static async Task Find(
        BulkWay way, long broughtBy, IEnumerable<UInt128> keys, Dictionary<UInt128, KnownRecord> to, CancellationToken stop)
    {
        if (way.Connection is NpgsqlConnection postgres)
        {
            await using var many = new NpgsqlCommand(
                $"SELECT {Fields} FROM \"{RecordsTables.Records}\" WHERE \"BroughtById\" = $1 AND \"SameKey\" = ANY($2)", postgres);
            many.Parameters.Add(new NpgsqlParameter<long> { TypedValue = broughtBy });
            many.Parameters.Add(new NpgsqlParameter
            {
                Value = keys.Select(SameKey.Bytes).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
            });
            await using var found = await many.ExecuteReaderAsync(stop);
            while (await found.ReadAsync(stop)) Add(found, to);
            return;
        }

        using var one = ((SqliteConnection)way.Connection).CreateCommand();
        one.Transaction = (SqliteTransaction?)way.Transaction;
        one.CommandText = $"SELECT {Fields} FROM \"{RecordsTables.Records}\" WHERE \"BroughtById\" = $unit AND \"SameKey\" = $key";
        one.Parameters.AddWithValue("$unit", broughtBy);
        var key = one.Parameters.Add("$key", SqliteType.Blob);
        foreach (var wanted in keys)
        {
            key.Value = SameKey.Bytes(wanted);
            using var found = one.ExecuteReader();
            while (found.Read()) Add(found, to);
        }
    }

    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(KnownRecord);

    private static void Add(DbDataReader row, Dictionary<UInt128, KnownRecord> to)
    {
        var key = SameKey.Of((byte[])row.GetValue(1));
        to[key] = new KnownRecord(
            row.GetInt64(0), key, row.GetInt64(2), row.GetInt32(3),
            new WrittenRecord(row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8)),
            row.GetString(9), row.GetString(10), (PhoneOrigin)row.GetInt32(11));
    }
}
