using NpgsqlTypes;

namespace XacThuc.Web.Data.Bulk;

/// <summary>A column of rows that are written many at a time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type on PostgreSQL; on SQLite the value's own.</param>
/// <param name="Value">The value of a row: text, a number, a moment, a day, a key, bytes, yes or no, or nothing.</param>
public sealed record BulkColumn<T>(string Name, NpgsqlDbType Type, Func<T, object?> Value)
{
    /// <summary>The values of all rows as one parameter of PostgreSQL.</summary>
    internal Array ArrayOf(IReadOnlyList<T> rows) => Type switch
    {
        NpgsqlDbType.Text => Each(rows, value => (string?)value),
        NpgsqlDbType.Bigint => Each(rows, value => (long?)value),
        NpgsqlDbType.Integer => Each(rows, value => (int?)value),
        NpgsqlDbType.Smallint => Each(rows, value => (short?)value),
        NpgsqlDbType.Double => Each(rows, value => (double?)value),
        NpgsqlDbType.Boolean => Each(rows, value => (bool?)value),
        NpgsqlDbType.TimestampTz => Each(rows, value => (DateTimeOffset?)value),
        NpgsqlDbType.Uuid => Each(rows, value => (Guid?)value),
        NpgsqlDbType.Date => Each(rows, value => (DateOnly?)value),
        NpgsqlDbType.Bytea => Each(rows, value => (byte[]?)value),
        _ => throw new InvalidOperationException($"No column of the type {Type} is written in bulk."),
    };

    private TValue[] Each<TValue>(IReadOnlyList<T> rows, Func<object?, TValue> cast)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = cast(Value(rows[i]));
        return values;
    }
}
