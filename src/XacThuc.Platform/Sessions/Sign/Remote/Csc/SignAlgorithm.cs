using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Platform.Sessions.Sign.Remote.Csc;

/// <summary>How a key at a service signs a SHA-256 hash, chosen from what it says it can.</summary>
/// <param name="Oid">The algorithm's object identifier, one of those that the service named.</param>
internal sealed record SignAlgorithm(string Oid)
{
    /// <summary>SHA-256.</summary>
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string RsaSha256 = "1.2.840.113549.1.1.11";
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private const string EcdsaSha256 = "1.2.840.10045.4.3.2";
    private const string EcPublicKey = "1.2.840.10045.2.1";

    // SHA-256, MGF1 with SHA-256, a salt of 32 bytes (RFC 4055, 3.1).
    private static readonly byte[] PssParameters = Convert.FromHexString(
        "3034A00F300D06096086480165030402010500A11C301A06092A864886F70D010108300D06096086480165030402010500A203020120");

    /// <summary>Whether it is RSASSA-PSS.</summary>
    public bool IsPss => Oid is RsaPss;

    /// <summary>Parameters of the algorithm in DER, base64; none where it has none.</summary>
    public string? Parameters => IsPss ? Convert.ToBase64String(PssParameters) : null;

    /// <summary>The algorithm that every reader knows first; none where the key has none of ours.</summary>
    public static SignAlgorithm? Find(X509Certificate2 certificate, IReadOnlyList<string> offered)
    {
        using var rsa = certificate.GetRSAPublicKey();
        string[] wanted = rsa is null ? [EcdsaSha256, EcPublicKey] : [RsaSha256, Rsa, RsaPss];
        return Array.Find(wanted, one => offered.Contains(one, StringComparer.Ordinal)) is { } oid ? new SignAlgorithm(oid) : null;
    }
}
