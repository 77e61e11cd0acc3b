using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace XacThuc.Certificates.Documents.Outside;

/// <summary>
/// An ECDSA key that is somewhere else, as <see cref="OutsideRsa"/> is. Whoever signs there gives r and s one after the other
/// or as a sequence (RFC 3279, 2.2.3): the standard does not say which, so both are taken.
/// </summary>
internal sealed class OutsideEcdsa : ECDsa, IOutsideKey
{
    private readonly ECDsa _public;
    private readonly byte[]? _value;

    public OutsideEcdsa(ECDsa publicKey, byte[]? value)
    {
        _public = publicKey;
        KeySizeValue = publicKey.KeySize;
        _value = value;
    }

    public byte[]? Asked { get; private set; }

    private int Half => (KeySize + 7) / 8;

    public override byte[] SignHash(byte[] hash)
    {
        Asked = hash;
        if (_value is null) throw new CryptographicException("The signature is not here yet.");
        return _value.Length == 2 * Half && _public.VerifyHash(hash, _value) ? _value
            : ReadSequence(_value) ?? throw new CryptographicException("The value is no signature.");
    }

    public override bool VerifyHash(byte[] hash, byte[] signature) => _public.VerifyHash(hash, signature);

    public override ECParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The private key is not here.")
        : _public.ExportParameters(includePrivateParameters: false);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _public.Dispose();
        base.Dispose(disposing);
    }

    private byte[]? ReadSequence(byte[] value)
    {
        try
        {
            var reader = new AsnReader(value, AsnEncodingRules.BER);
            var parts = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var both = new byte[2 * Half];
            var isRead = TryWrite(parts.ReadInteger(), both.AsSpan(0, Half)) && TryWrite(parts.ReadInteger(), both.AsSpan(Half));
            return isRead && !parts.HasData ? both : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static bool TryWrite(BigInteger number, Span<byte> to)
    {
        if (number.Sign <= 0) return false;
        var length = number.GetByteCount(isUnsigned: true);
        return length <= to.Length && number.TryWriteBytes(to[^length..], out _, isUnsigned: true, isBigEndian: true);
    }
}
