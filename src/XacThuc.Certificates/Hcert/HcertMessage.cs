using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Hcert;

/// <summary>A certificate as it was read, before anybody says whether its signature is good.</summary>
public sealed class HcertMessage
{
    internal const int Es256 = -7;
    private const int Ps256 = -37;
    private const ulong WebToken = 61;
    private const ulong Sign1 = 18;
    private const ulong KeyIdLabel = 4;

    private readonly CoseSign1Message _cose;

    private HcertMessage(CoseSign1Message cose, int algorithm, ReadOnlyMemory<byte> keyId, HcertClaims claims) =>
        (_cose, Algorithm, KeyId, Claims) = (cose, algorithm, keyId, claims);

    /// <summary>What it is signed with, by its number in COSE: -7 for ES256, -37 for PS256.</summary>
    public int Algorithm { get; }

    /// <summary>The key that it says it is signed with: commonly the first eight bytes of the SHA-256 of its certificate; may be empty.</summary>
    public ReadOnlyMemory<byte> KeyId { get; }

    /// <summary>What it says.</summary>
    public HcertClaims Claims { get; }

    /// <summary>The signature: of ECDSA the two numbers, 64 bytes.</summary>
    public ReadOnlyMemory<byte> Signature => _cose.Signature;

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
            var signed = CoseMessage.DecodeSign1(Simplified(cose, out var unsignedKeyId));
            if (signed.Content is not { } content) return HcertFault.NotCose;
            var algorithm = Find(signed, CoseHeaderLabel.Algorithm)?.GetValueAsInt32() ?? 0;
            if (algorithm is not (Es256 or Ps256)) return HcertFault.NoAlgorithm;
            var keyId = Find(signed, CoseHeaderLabel.KeyIdentifier)?.GetValueAsBytes() ?? unsignedKeyId;
            if (HcertClaims.Read(content, out var claims) is not HcertFault.None and var fault) return fault;
            message = new HcertMessage(signed, algorithm, keyId, claims!);
            return HcertFault.None;
        }
        catch (Exception damaged) when (damaged is CryptographicException or CborContentException or InvalidOperationException or OverflowException)
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
    public bool IsSignedBy(AsymmetricAlgorithm key)
    {
        try
        {
            return Fits(key) && _cose.VerifyEmbedded(key);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether a key is of the kind of the algorithm that it names.</summary>
    public bool Fits(AsymmetricAlgorithm key) => Algorithm == Es256 ? key is ECDsa : key is RSA;

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(HcertMessage);

    private static CoseHeaderValue? Find(CoseSign1Message signed, CoseHeaderLabel label) => signed.ProtectedHeaders.TryGetValue(label, out var value) ? value : null;

    // Of what is not signed only the key's id matters. Issuers write it there, or there too, which COSE forbids (RFC 9052, 3) and verifiers
    // take: the rest goes before the message is read.
    private static byte[] Simplified(byte[] cose, out byte[] unsignedKeyId)
    {
        unsignedKeyId = [];
        var reader = new CborReader(cose, CborConformanceMode.Lax);
        var isWebToken = reader.PeekState() == CborReaderState.Tag && (ulong)reader.PeekTag() == WebToken;
        if (isWebToken) reader.ReadTag();
        if (reader.PeekState() == CborReaderState.Tag && (ulong)reader.PeekTag() == Sign1) reader.ReadTag();
        reader.ReadStartArray();
        var signedHeaders = reader.ReadByteString();
        if (reader.ReadStartMap() == 0 && !isWebToken) return cose;
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            if (reader.PeekState() != CborReaderState.UnsignedInteger) reader.SkipValue();
            else if (reader.ReadUInt64() == KeyIdLabel)
            {
                unsignedKeyId = reader.ReadByteString();
                continue;
            }

            reader.SkipValue();
        }

        reader.ReadEndMap();
        var (content, signature) = (reader.ReadByteString(), reader.ReadByteString());
        reader.ReadEndArray();
        if (reader.BytesRemaining > 0) throw new CborContentException("Something stands behind the message.");
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteTag((CborTag)Sign1);
        writer.WriteStartArray(4);
        writer.WriteByteString(signedHeaders);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(content);
        writer.WriteByteString(signature);
        writer.WriteEndArray();
        return writer.Encode();
    }
}
