using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace XacThuc.Platform.Portal.Codes;

/// <summary>Makes one-time codes of six digits and the codes that follow a registration.</summary>
internal sealed class OneTimeCodes(IDataProtectionProvider protection)
{
    /// <summary>Digits of a one-time code.</summary>
    public const int Length = 6;

    // No vowels, no word comes out by chance; nothing that is taken for another: I 1 L, O 0.
    private const string Letters = "BCDFGHJKMNPQRSTVWXYZ23456789";
    private const int FollowLength = 8;
    private const int Salt = 16;

    private readonly IDataProtector _cover = protection.CreateProtector("portal-phone-codes");

    /// <summary>A new one.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>A new code to follow a registration by, without the dash.</summary>
    public static string NewFollowCode() => RandomNumberGenerator.GetString(Letters, FollowLength);

    /// <summary>A code as it is shown: <c>BCDF-2345</c>.</summary>
    public static string Shown(string followCode) => $"{followCode[..4]}-{followCode[4..]}";

    /// <summary>A code as it was typed, in large letters without dash; empty where it can be none.</summary>
    public static string ReadFollowCode(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == FollowLength ? code : "";
    }

    /// <summary>What is kept of a code.</summary>
    public string DigestOf(string code)
    {
        Span<byte> kept = stackalloc byte[Salt + SHA256.HashSizeInBytes];
        RandomNumberGenerator.Fill(kept[..Salt]);
        Hash(code, kept[..Salt], kept[Salt..]);
        return _cover.Protect(Convert.ToBase64String(kept));
    }

    /// <summary>Whether it is the code; takes as long for one that nearly is.</summary>
    public bool IsCode(string typed, string digest)
    {
        var kept = Convert.FromBase64String(_cover.Unprotect(digest)).AsSpan();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(typed, kept[..Salt], hash);
        return CryptographicOperations.FixedTimeEquals(hash, kept[Salt..]);
    }

    private static void Hash(string code, ReadOnlySpan<byte> salt, Span<byte> to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(code));
        hash.GetHashAndReset(to);
    }
}
