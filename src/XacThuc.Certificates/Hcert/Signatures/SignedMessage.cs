using System.Formats.Cbor;
using System.Security.Cryptography;

namespace XacThuc.Certificates.Hcert.Signatures;

/// <summary>
/// A message of COSE with one signature (RFC 9052, 4.2), as issuers of certificates write it: bare, tagged 18, or that within a web token's tag 61. Of
/// what is not signed only the key's id is looked at: issuers write it there, or there too, which COSE forbids and verifiers take.
/// </summary>
/// <param name="SignedHeaders">The headers that are signed, as they are written.</param>
/// <param name="Content">What is signed.</param>
/// <param name="Signature">The signature: of ECDSA the two numbers one behind the other.</param>
internal sealed record SignedMessage(ReadOnlyMemory<byte> SignedHeaders, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Signature)
{
    private const int MostOnStack = 1024;
    private const int MostOfHead = 3;
    private const ulong WebToken = 61;
    private const ulong Sign1 = 18;
    private const int AlgorithmLabel = 1;
    private const int CriticalLabel = 2;
    private const int KeyIdLabel = 4;

    // A list of four, of which the first is the text "Signature1".
    private static ReadOnlySpan<byte> Start => [0x84, 0x6A, (byte)'S', (byte)'i', (byte)'g', (byte)'n', (byte)'a', (byte)'t', (byte)'u', (byte)'r', (byte)'e', (byte)'1'];

    /// <summary>The number of the algorithm that the signed headers name; 0 where they name none, or by a name.</summary>
    public int Algorithm { get; private init; }

    /// <summary>The key's id; empty where none is said.</summary>
    public ReadOnlyMemory<byte> KeyId { get; private init; }

    /// <summary>Reads one, with a reader at its beginning that may be used again.</summary>
    /// <exception cref="CborContentException">It is no CBOR, or another one.</exception>
    /// <exception cref="InvalidOperationException">Something else stands where one of its parts must.</exception>
    public static SignedMessage Read(CborReader reader)
    {
        if (reader.PeekState() == CborReaderState.Tag && (ulong)reader.PeekTag() == WebToken) reader.ReadTag();
        if (reader.PeekState() == CborReaderState.Tag && (ulong)reader.PeekTag() == Sign1) reader.ReadTag();
        if (reader.ReadStartArray() is { } length && length != 4) throw new CborContentException("A signed message has four parts.");
        var signedHeaders = BytesOf(reader);
        var beside = Headers.Of(reader);
        var (content, signature) = (BytesOf(reader), BytesOf(reader));
        reader.ReadEndArray();
        if (reader.BytesRemaining > 0) throw new CborContentException("Something stands behind the message.");
        if (signedHeaders.Length == 0) return new SignedMessage(signedHeaders, content, signature) { KeyId = beside.KeyId.GetValueOrDefault() };

        reader.Reset(signedHeaders);
        var signed = Headers.Of(reader);
        if (reader.BytesRemaining > 0) throw new CborContentException("Something stands behind the headers.");
        if (signed.IsCritical) throw new CborContentException("It asks for something to be understood that is not.");
        return new SignedMessage(signedHeaders, content, signature) { Algorithm = signed.Algorithm, KeyId = signed.KeyId ?? beside.KeyId.GetValueOrDefault() };
    }

    /// <summary>SHA-256 of what the signature is over (RFC 9052, 4.4: <c>Sig_structure</c>).</summary>
    public byte[] Digest()
    {
        var length = Start.Length + SignedHeaders.Length + Content.Length + (3 * MostOfHead);
        Span<byte> whole = length <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[length];
        Start.CopyTo(whole);
        var at = Start.Length;
        at += Write(SignedHeaders.Span, whole[at..]);
        at += Write([], whole[at..]);
        at += Write(Content.Span, whole[at..]);
        return SHA256.HashData(whole[..at]);
    }

    // RFC 8949, 3: a byte string's head says its length in as few bytes as it can.
    private static int Write(ReadOnlySpan<byte> bytes, Span<byte> to)
    {
        var head = bytes.Length switch
        {
            < 24 => Head(to, (byte)(0x40 + bytes.Length)),
            <= byte.MaxValue => Head(to, 0x58, (byte)bytes.Length),
            <= ushort.MaxValue => Head(to, 0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length),
            _ => throw new CborContentException("Longer than a certificate may be."),
        };
        bytes.CopyTo(to[head..]);
        return head + bytes.Length;
    }

    private static int Head(Span<byte> to, params ReadOnlySpan<byte> head)
    {
        head.CopyTo(to);
        return head.Length;
    }

    private static ReadOnlyMemory<byte> BytesOf(CborReader reader) =>
        reader.PeekState() == CborReaderState.StartIndefiniteLengthByteString ? reader.ReadByteString() : reader.ReadDefiniteLengthByteString();

    // A label that stands twice would leave open which counts.
    private readonly record struct Headers(int Algorithm, ReadOnlyMemory<byte>? KeyId, bool IsCritical)
    {
        public static Headers Of(CborReader reader)
        {
            var (algorithm, keyId, isCritical) = ((int?)null, (ReadOnlyMemory<byte>?)null, false);
            reader.ReadStartMap();
            while (reader.PeekState() is var state && state != CborReaderState.EndMap)
            {
                var label = state is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger ? reader.ReadInt64() : Skip(reader);
                if ((label == AlgorithmLabel && algorithm is not null) || (label == KeyIdLabel && keyId is not null)) throw new CborContentException("A header stands twice.");
                if (label == KeyIdLabel) keyId = BytesOf(reader);
                else if (label == AlgorithmLabel && reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger) algorithm = reader.ReadInt32();
                else reader.SkipValue();
                isCritical |= label == CriticalLabel;
            }

            reader.ReadEndMap();
            return new Headers(algorithm.GetValueOrDefault(), keyId, isCritical);
        }

        private static long Skip(CborReader reader)
        {
            reader.SkipValue();
            return 0;
        }
    }
}
