using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>A certificate revocation list (RFC 5280, 5) as read; believed only of the issuer that signed it.</summary>
internal sealed class RevocationList
{
    private const string IssuingDistributionPoint = "2.5.29.28";
    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag IsIndirect = new(TagClass.ContextSpecific, 4);
    private readonly Dictionary<string, DateTimeOffset> _revoked = new(StringComparer.Ordinal);
    private readonly byte[] _issuer;
    private readonly byte[] _signed;
    private readonly byte[] _signature;
    private readonly string _algorithm;
    private readonly bool _isUnderstood;

    private RevocationList(AsnReader list)
    {
        var whole = list.ReadSequence();
        list.ThrowIfNotEmpty();
        _signed = whole.PeekEncodedValue().ToArray();
        var body = whole.ReadSequence();
        _algorithm = whole.ReadSequence().ReadObjectIdentifier();
        _signature = whole.ReadBitString(out _);
        whole.ThrowIfNotEmpty();

        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer)) body.ReadInteger();
        body.ReadSequence();
        _issuer = body.ReadEncodedValue().ToArray();
        ReadTime(body);
        NextUpdate = IsTime(body) ? ReadTime(body) : DateTimeOffset.MaxValue;
        _isUnderstood = true;
        if (body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)) ReadRevoked(body.ReadSequence());
        if (body.HasData) _isUnderstood = AreUnderstood(body.ReadSequence(Extensions).ReadSequence());
    }

    /// <summary>Until when it is in force; for ever where it does not say.</summary>
    public DateTimeOffset NextUpdate { get; }

    /// <summary>Reads a list in DER or PEM; throws <see cref="CryptographicException"/> where it is none.</summary>
    public static RevocationList Read(byte[] file)
    {
        try
        {
            return new RevocationList(new AsnReader(Unwrap(file), AsnEncodingRules.DER));
        }
        catch (AsnContentException unreadable)
        {
            throw new CryptographicException("Not a certificate revocation list.", unreadable);
        }
    }

    /// <summary>When this list revokes the certificate; none where it does not.</summary>
    public DateTimeOffset? RevokedAt(X509Certificate2 certificate) =>
        _revoked.TryGetValue(Convert.ToHexString(certificate.SerialNumberBytes.Span), out var at) ? at : null;

    /// <summary>Whether the list is this issuer's own, whole and understood, signed by a key that may sign lists.</summary>
    public bool IsOf(X509Certificate2 issuer) => _isUnderstood
        && issuer.SubjectName.RawData.AsSpan().SequenceEqual(_issuer)
        && issuer.Extensions.OfType<X509KeyUsageExtension>().All(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign))
        && Algorithms.IsSignedBy(issuer, _algorithm, _signed, _signature);

    private void ReadRevoked(AsnReader entries)
    {
        while (entries.HasData)
        {
            // Why it was revoked does not matter: a hold is no licence to sign either.
            var entry = entries.ReadSequence();
            var serial = Convert.ToHexString(entry.ReadIntegerBytes().Span);
            _revoked[serial] = ReadTime(entry);
        }
    }

    // 5.2: a list with a critical extension that is not understood tells nothing. A part of an issuer's certificates is one
    // of several lists; an indirect one speaks of other issuers' certificates, and a delta is no list by itself.
    private static bool AreUnderstood(AsnReader extensions)
    {
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var oid = extension.ReadObjectIdentifier();
            var isCritical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
            if (!isCritical) continue;
            if (!string.Equals(oid, IssuingDistributionPoint, StringComparison.Ordinal)) return false;

            var point = new AsnReader(extension.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
            while (point.HasData)
            {
                if (point.PeekTag().HasSameClassAndValue(IsIndirect)) return false;
                point.ReadEncodedValue();
            }
        }

        return true;
    }

    private static byte[] Unwrap(byte[] file)
    {
        if (file.AsSpan().IndexOf("-----BEGIN X509 CRL-----"u8) < 0) return file;
        var text = System.Text.Encoding.ASCII.GetString(file);
        return PemEncoding.TryFind(text, out var fields) ? Convert.FromBase64String(text[fields.Base64Data]) : file;
    }

    private static bool IsTime(AsnReader body) => body.HasData
        && (body.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) || body.PeekTag().HasSameClassAndValue(Asn1Tag.GeneralizedTime));

    private static DateTimeOffset ReadTime(AsnReader body) =>
        body.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? body.ReadUtcTime() : body.ReadGeneralizedTime();
}
