using XacThuc.Exchange;

namespace XacThuc.Cli.Houses.Run;

/// <summary>How much of a sample the houses start with.</summary>
internal enum SampleSize
{
    /// <summary>Nothing: empty houses.</summary>
    None,

    /// <summary>Units, accounts and clients, no people.</summary>
    Accounts,

    /// <summary>The district Cao Lộc with its people and records.</summary>
    District,
}

/// <summary>What the command <c>run</c> was asked for.</summary>
/// <param name="Data">The folder for everything that both houses keep.</param>
/// <param name="Platform">Address of the health house.</param>
/// <param name="Register">Address of the police house.</param>
/// <param name="Sample">What to start with, on first use.</param>
/// <param name="Postgres">Connection to a PostgreSQL server; SQLite files where none is given.</param>
/// <param name="SignsBorder">Whether border messages are signed; off only to measure.</param>
/// <param name="BorderTls">Certificates of both houses, where the border runs over mutual TLS.</param>
internal sealed record RunOptions(
    string Data, Uri Platform, Uri Register, SampleSize Sample, string? Postgres, bool SignsBorder = true,
    BorderTls? BorderTls = null);
