using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Checking;
using XacThuc.Certificates.Hcert.Signatures;

namespace XacThuc.Certificates.Hcert;

/// <summary>A certificate as it was read, before anybody says whether its signature is good.</summary>
public sealed class HcertMessage
{
    internal const int Es256 = -7;
    private const int Ps256 = -37;

    private readonly SignedMessage _signed;

    private HcertMessage(SignedMessage signed, HcertClaims claims) => (_signed, Claims) = (signed, claims);

    /// <summary>What it is signed with, by its number in COSE: -7 for ES256, -37 for PS256.</summary>
    public int Algorithm => _signed.Algorithm;

    /// <summary>The key that it says it is signed with: commonly the first eight bytes of the SHA-256 of its certificate; may be empty.</summary>
    public ReadOnlyMemory<byte> KeyId => _signed.KeyId;

    /// <summary>What it says.</summary>
    public HcertClaims Claims { get; }

    /// <summary>The signature: of ECDSA the two numbers, 64 bytes.</summary>
    public ReadOnlyMemory<byte> Signature => _signed.Signature;

    /// <summary>Reads the text of a QR code.</summary>
    public static HcertFault TryRead(ReadOnlySpan<char> text, out HcertMessage? message)
    {
        message = null;
        return HcertEnvelope.Open(text, out var cose) is not HcertFault.None and var fault ? fault : TryRead(cose, out message);
    }

    /// <summary>Reads a signed message: bare, tagged 18, or that within a web token's tag 61.</summary>
    public static HcertFault TryRead(byte[] cose, out HcertMessage? message)
    {
        message = null;
        if (cose.Length > HcertEnvelope.MostBytes) return HcertFault.TooLarge;
        try
        {
            var reader = new CborReader(cose, CborConformanceMode.Lax);
            var signed = SignedMessage.Read(reader);
            if (signed.Algorithm is not (Es256 or Ps256)) return HcertFault.NoAlgorithm;
            reader.Reset(signed.Content);
            if (HcertClaims.Read(reader, signed.Content, out var claims) is not HcertFault.None and var fault) return fault;
            message = new HcertMessage(signed, claims!);
            return HcertFault.None;
        }
        catch (Exception damaged) when (damaged is CborContentException or InvalidOperationException or OverflowException)
        {
            return HcertFault.NotCose;
        }
    }

    /// <summary>Whether its signature is that of a certificate's key.</summary>
    public bool IsSignedBy(X509Certificate2 signer)
    {
        using var key = SignerKey.Find(signer);
        return key is not null && IsSignedBy(key);
    }

    /// <summary>Whether its signature is that of a key; never where the key is of another kind than the algorithm that it names.</summary>
    public bool IsSignedBy(AsymmetricAlgorithm key) => IsSignedBy(CheckingKey.Of(key));

    /// <summary>The same with a key that is kept.</summary>
    internal bool IsSignedBy(CheckingKey key) => Fits(key.Key) && key.IsSigned(_signed.Digest(), Signature.Span);

    /// <summary>Whether a key is of the kind of the algorithm that it names.</summary>
    public bool Fits(AsymmetricAlgorithm key) => Algorithm == Es256 ? key is ECDsa : key is RSA;

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(HcertMessage);
}
