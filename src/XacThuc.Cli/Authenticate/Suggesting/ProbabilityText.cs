using System.Globalization;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate.Suggesting;

/// <summary>
/// A probability in millionths, without zeros behind. It is rounded down: neither 1 nor 0.99 is given for what falls short of it.
/// </summary>
internal static class ProbabilityText
{
    public static void Add(TextBuffer to, double probability)
    {
        var millionths = Math.Min((long)(probability * 1_000_000), 999_999);
        to.Add((byte)'0');
        if (millionths == 0) return;
        to.Add((byte)'.');
        millionths.TryFormat(to.Room(6), out var written, "D6", CultureInfo.InvariantCulture);
        while (millionths % 10 == 0)
        {
            millionths /= 10;
            written--;
        }

        to.Advance(written);
    }
}
