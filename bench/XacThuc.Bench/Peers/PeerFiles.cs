namespace XacThuc.Bench.Peers;

/// <summary>What a peer reads and writes.</summary>
internal sealed record PeerFiles(string Register, string Records, string Out)
{
    /// <summary>A path as a text of SQL.</summary>
    public static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
