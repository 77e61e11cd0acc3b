using System.Formats.Asn1;
using System.Runtime.InteropServices;

namespace XacThuc.Certificates.Checking;

/// <summary>A public key as OpenSSL holds it, ready to check one signature of SHA-256 after the other. One thread at a time may use it.</summary>
internal sealed unsafe class CheckingContext : SafeHandle
{
    private const int Pss = 6;
    private const int SaltAsLongAsDigest = -1;

    private readonly AsnWriter _asn = new(AsnEncodingRules.DER);

    private CheckingContext(nint context)
        : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle(context);

    public override bool IsInvalid => handle == 0;

    /// <summary>Of ECDSA, or of RSA for PSS; none where OpenSSL does not take the key.</summary>
    public static CheckingContext? Find(ReadOnlySpan<byte> publicKeyInfo, bool isRsa)
    {
        nint key;
        fixed (byte* der = publicKeyInfo)
        {
            var at = der;
            key = LibCrypto.ReadPublicKey(0, &at, publicKeyInfo.Length);
        }

        var context = new CheckingContext(key == 0 ? 0 : LibCrypto.NewContext(key, 0));
        // The context keeps what it needs of the key.
        LibCrypto.FreeKey(key);
        if (!context.IsInvalid && LibCrypto.BeginVerify(context.handle) == 1 && (!isRsa || context.SetPss()) && LibCrypto.SetDigest(context.handle, LibCrypto.Sha256()) == 1) return context;
        LibCrypto.ForgetErrors();
        context.Dispose();
        return null;
    }

    /// <summary>Whether a signature of ECDSA, its two numbers one behind the other, is that of the key.</summary>
    public bool IsSignedByPair(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        // OpenSSL reads them as ASN.1 (RFC 3279, 2.2.3).
        _asn.Reset();
        using (_asn.PushSequence())
        {
            _asn.WriteIntegerUnsigned(Shortened(signature[..(signature.Length / 2)]));
            _asn.WriteIntegerUnsigned(Shortened(signature[(signature.Length / 2)..]));
        }

        Span<byte> written = stackalloc byte[_asn.GetEncodedLength()];
        return IsSigned(digest, written[.._asn.Encode(written)]);
    }

    /// <summary>Whether a signature (of ECDSA as ASN.1) is that of the key.</summary>
    public bool IsSigned(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        int answer;
        fixed (byte* signed = signature, hash = digest) answer = LibCrypto.Verify(handle, signed, (nuint)signature.Length, hash, (nuint)digest.Length);
        // What went wrong stays with the thread, and the next to ask there would be told of it.
        if (answer != 1) LibCrypto.ForgetErrors();
        return answer == 1;
    }

    protected override bool ReleaseHandle()
    {
        LibCrypto.FreeContext(handle);
        return true;
    }

    private static ReadOnlySpan<byte> Shortened(ReadOnlySpan<byte> number) => number.TrimStart((byte)0) is { Length: > 0 } some ? some : number[..1];

    private bool SetPss() => LibCrypto.SetPadding(handle, Pss) == 1 && LibCrypto.SetSaltLength(handle, SaltAsLongAsDigest) == 1;
}
