using System.Globalization;

namespace XacThuc.Cli.Report;

/// <summary>How the records of one commune came out.</summary>
internal sealed record CommuneCount(int Code, long Matched, long Mismatched, long Unauthenticated, long Invalid)
{
    public long Total => Matched + Mismatched + Unauthenticated + Invalid;

    /// <summary>The code as the statistics office writes it, five digits; empty where none is named.</summary>
    public string Written => Code == RunTally.NoCommune ? "" : Code.ToString("D5", CultureInfo.InvariantCulture);
}
