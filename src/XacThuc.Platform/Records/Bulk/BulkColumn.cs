using NpgsqlTypes;

namespace XacThuc.Platform.Records.Bulk;

/// <summary>A column of a table that is written many rows at a time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type on PostgreSQL.</param>
/// <param name="Value">Its value of a row; none is NULL.</param>
internal sealed record BulkColumn<T>(string Name, NpgsqlDbType Type, Func<T, object?> Value);
