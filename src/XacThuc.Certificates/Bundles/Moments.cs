using System.Globalization;

namespace XacThuc.Certificates.Bundles;

/// <summary>Moments as bundles write them: UTC, to the second.</summary>
internal static class Moments
{
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
