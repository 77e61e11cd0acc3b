using System.Data.Common;
using System.Globalization;

namespace XacThuc.Register.Population;

/// <summary>
/// The one row that every change of the population counts up, in its own transaction: changes therefore become visible in
/// the order of their numbers, and whoever has seen a number has seen all before it.
/// </summary>
public sealed class PopulationState
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Tells this population from others: a packed form with another stamp is not of this database.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Number of the last change.</summary>
    public long Changed { get; set; }

    /// <summary>Counts up; no other change of the population goes on until the transaction has ended.</summary>
    public static async Task<long> Advance(DbConnection connection, DbTransaction all, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = all;
        command.CommandText = """UPDATE population SET "Changed" = "Changed" + 1 WHERE "Id" = 1 RETURNING "Changed" """;
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
    }
}
