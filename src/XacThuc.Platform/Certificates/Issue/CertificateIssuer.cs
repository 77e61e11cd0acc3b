using System.Security.Cryptography;

namespace XacThuc.Platform.Certificates.Issue;

/// <summary>In whose name certificates are issued, as Vietnam's were.</summary>
internal static class CertificateIssuer
{
    /// <summary>ISO 3166-1.</summary>
    public const string Country = "VN";

    /// <summary>The office that signs (Ban Cơ yếu Chính phủ).</summary>
    public const string Name = "Ban Co Yeu";

    /// <summary>How long a certificate is good (5772/QĐ-BYT).</summary>
    public const int Months = 12;

    /// <summary>A new id: 32 capitals of hexadecimal, without check character.</summary>
    public static string NewId() => $"URN:UVCI:01:{Country}:{Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}";

    /// <summary>The moment from which a certificate of now is good: whole seconds, as it is written.</summary>
    public static DateTimeOffset Second(DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
}
