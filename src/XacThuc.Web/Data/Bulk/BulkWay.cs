using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace XacThuc.Web.Data.Bulk;

/// <summary>The connection and the open transaction of a house's database, for rows that go past the entities.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Transaction">Its transaction, where one is open.</param>
public sealed record BulkWay(DbConnection Connection, DbTransaction? Transaction)
{
    /// <summary>A statement on this way.</summary>
    public DbCommand NewCommand()
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        return command;
    }
}

/// <summary>The way from a context to its raw transaction.</summary>
public static class BulkTransaction
{
    /// <summary>The connection of the context, and the transaction that is open on it.</summary>
    public static BulkWay RawWay(this DbContext db) =>
        new(db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction());
}
