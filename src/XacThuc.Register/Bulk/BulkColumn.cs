using NpgsqlTypes;

namespace XacThuc.Register.Bulk;

/// <summary>A column of rows that are written many at a time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type on PostgreSQL; on SQLite the value's own.</param>
/// <param name="Value">The value of a row: text, a whole number, a moment, bytes, yes or no, or nothing.</param>
internal sealed record BulkColumn<T>(string Name, NpgsqlDbType Type, Func<T, object?> Value);
