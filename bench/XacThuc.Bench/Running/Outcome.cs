using System.IO.Hashing;

namespace XacThuc.Bench.Running;

/// <summary>What a results file says: so that a reader sees that all did the same work.</summary>
/// <param name="Rows">Records in the file.</param>
/// <param name="Right">Records that are matched.</param>
/// <param name="Fingerprint">The same for two files when the same records are matched, in any order.</param>
internal sealed record Outcome(long Rows, long Right, ulong Fingerprint)
{
    public long Wrong => Rows - Right;

    public static Outcome Of(string path)
    {
        var (rows, right, fingerprint) = (-1L, 0L, 0UL);
        using var file = new StreamReader(path);
        while (file.ReadLine() is { } line)
        {
            rows++;
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0 || !line.AsSpan(comma + 1).StartsWith("matched", StringComparison.Ordinal)) continue;
            right++;
            fingerprint += XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(line[..comma]));
        }

        return new Outcome(Math.Max(rows, 0), right, fingerprint);
    }
}
