using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace XacThuc.Platform.Records.Bulk;

/// <summary>The way from a context to its raw transaction.</summary>
internal static class BulkTransaction
{
    /// <summary>The transaction that is open on the context.</summary>
    public static BulkWay RawWay(this DbContext db) => new(
        db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction());
}
