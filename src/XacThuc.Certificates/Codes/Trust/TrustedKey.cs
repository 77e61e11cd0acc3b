using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Checking;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Hcert.Signatures;

namespace XacThuc.Certificates.Codes.Trust;

/// <summary>A key whose signatures under certificates are believed.</summary>
/// <param name="KeyId">How certificates name it: the first eight bytes of the SHA-256 of its own certificate, or what a list says, hexadecimal.</param>
/// <param name="Key">The key itself, ECDSA or RSA.</param>
/// <param name="Own">Its certificate, with its time and what it may sign; none where a list gives the key alone.</param>
public sealed record TrustedKey(string KeyId, AsymmetricAlgorithm Key, X509Certificate2? Own)
{
    // Asked at every check, and slow to read from a certificate.
    private readonly (DateTime From, DateTime To)? _time = Own is null ? null : (Own.NotBefore.ToUniversalTime(), Own.NotAfter.ToUniversalTime());

    /// <summary>The groups of certificates that it may sign; null where nobody says: all.</summary>
    public IReadOnlyList<string>? Uses { get; } = Own is null ? null : SignerUse.Of(Own);

    /// <summary>The key, ready to check many signatures.</summary>
    internal CheckingKey Checking { get; } = CheckingKey.Of(Key);

    /// <summary>Whether it was good at a moment; where nobody says until when, it is.</summary>
    public bool IsGoodAt(DateTimeOffset at) => _time is not { } time || (time.From <= at.UtcDateTime && at.UtcDateTime <= time.To);

    /// <summary>The key's id alone.</summary>
    public override string ToString() => KeyId;

    /// <summary>A key with its certificate; none where it is of another kind.</summary>
    internal static TrustedKey? Of(X509Certificate2 own, string? keyId = null)
    {
        return SignerKey.Find(own) is not { } key ? null : new TrustedKey(keyId ?? Convert.ToHexStringLower(SHA256.HashData(own.RawDataMemory.Span).AsSpan(0, 8)), key, own);
    }
}
