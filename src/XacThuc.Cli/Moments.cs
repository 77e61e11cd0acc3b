using System.Globalization;

namespace XacThuc.Cli;

/// <summary>A moment as it is given on the command line.</summary>
internal static class Moments
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads it; now where there is none. A day is judged at its end; where no zone is written it is Vietnam's.</summary>
    public static bool TryRead(string? written, TimeProvider time, out DateTimeOffset at)
    {
        at = time.GetUtcNow();
        if (written is null) return true;
        var whole = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? written + "T23:59:59" : written;
        return DateTimeOffset.TryParseExact(HasZone(whole) ? whole : whole + "+07:00", Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out at);
    }

    private static bool HasZone(string written) => written.EndsWith('Z') || (written.IndexOf('T', StringComparison.Ordinal) is >= 0 and var t && written.AsSpan(t).IndexOfAny('+', '-') >= 0);
}
