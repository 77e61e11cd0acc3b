using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>Secrets of devices and tokens of their links: 32 random bytes. They are shown once; hashes are kept.</summary>
internal static class DeviceSecret
{
    private const int Length = 32;

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Its hash: as it is random, no slow one is needed.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether it is the one whose hash is known; takes as long wherever they differ.</summary>
    public static bool Is(string secret, byte[] hash) => CryptographicOperations.FixedTimeEquals(HashOf(secret), hash);

    /// <summary>What a device sends: its public id and its secret.</summary>
    public static string Bearer(string publicId, string secret) => $"{publicId}.{secret}";

    /// <summary>Reads what a device sends.</summary>
    public static (string PublicId, string Secret)? Read(string? authorization)
    {
        const string scheme = "Bearer ";
        if (authorization is null || authorization.Length > 200 || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var bearer = authorization[scheme.Length..].Trim();
        return bearer.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (bearer[..dot], bearer[(dot + 1)..]) : null;
    }
}
