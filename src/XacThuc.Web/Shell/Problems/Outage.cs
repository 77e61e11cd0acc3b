using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace XacThuc.Web.Shell.Problems;

/// <summary>Tells a machine that is in trouble from a bug: what comes back by itself is said so, and what to do until then.</summary>
internal static class Outage
{
    // errno of a full disk, of an exceeded quota and of an exceeded limit on file sizes, as IOException carries them.
    private static readonly int[] NoSpace = [28, 122, 27];

    // SQLite's primary codes: busy, locked, read-only, input or output failed, corrupt, cannot open, not a database.
    private static readonly int[] Away = [5, 6, 8, 10, 11, 14, 26];

    /// <summary>Whether it comes back by itself, so that what was begun is done then.</summary>
    public static bool IsIn(Exception failed) =>
        StatusOf(failed) is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage;

    /// <summary>Whether the disk is full.</summary>
    public static bool IsFull(Exception failed) => StatusOf(failed) is StatusCodes.Status507InsufficientStorage;

    /// <summary>The HTTP status of what broke.</summary>
    public static int StatusOf(Exception failed)
    {
        for (Exception? one = failed; one is not null; one = one.InnerException)
        {
            if (StatusOfOne(one) is { } status) return status;
        }

        return StatusCodes.Status500InternalServerError;
    }

    /// <summary>The kinds of an exception and of what caused it, for the log.</summary>
    public static string KindsOf(Exception? failed)
    {
        var kinds = new List<string>();
        for (; failed is not null; failed = failed.InnerException) kinds.Add(failed.GetType().Name);
        return string.Join(" < ", kinds);
    }

    private static int? StatusOfOne(Exception failed) => failed switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        SqliteException { SqliteErrorCode: 13 } or PostgresException { SqlState: "53100" } => StatusCodes.Status507InsufficientStorage,
        SqliteException { SqliteErrorCode: var code } when Array.IndexOf(Away, code) >= 0 => StatusCodes.Status503ServiceUnavailable,
        PostgresException { SqlState: var state } => IsAway(state) ? StatusCodes.Status503ServiceUnavailable : null,
        NpgsqlException => StatusCodes.Status503ServiceUnavailable,
        IOException when Array.IndexOf(NoSpace, failed.HResult & 0xFFFF) >= 0 => StatusCodes.Status507InsufficientStorage,
        _ => null,
    };

    // Connections, resources, an operator's word, and a database that was taken away.
    private static bool IsAway(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57P", StringComparison.Ordinal) || state is "3D000" or "55000" or "25006";
}
