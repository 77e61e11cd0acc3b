using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace XacThuc.Web.Data;

/// <summary>The database cannot be reached, is busy or has no room: it comes back, and what was begun is done then.</summary>
public static class DatabaseAway
{
    // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL (https://sqlite.org/rescode.html).
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;

    /// <summary>Whether this is what an exception tells, or one inside it.</summary>
    public static bool IsIn(Exception? told) => told switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Busy or Locked or Full } => true,
        DbException { IsTransient: true } => true,
        _ => IsIn(told.InnerException),
    };
}
