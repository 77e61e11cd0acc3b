using System.Globalization;

namespace XacThuc.Certificates.Hcert;

/// <summary>Moments as certificates, rules and bundles have them: UTC, to the second.</summary>
internal static class Moments
{
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
