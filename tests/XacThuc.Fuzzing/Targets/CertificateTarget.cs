using System.Security.Cryptography;
using XacThuc.Certificates.Codes;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Hcert.Schema;

namespace XacThuc.Fuzzing.Targets;

/// <summary>
/// What stands within a code: a first byte says at which layer the others are: packed, signed, said. Each is read or refused by a reason, Base45 gives
/// back what it was made of, and whatever can be read can be judged.
/// </summary>
internal static class CertificateTarget
{
    private static readonly CheckedAgainst Nobody = CheckedAgainst.Keys(TrustList.Empty);

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static void Run(byte[] bytes)
    {
        if (bytes.Length == 0) return;
        var rest = bytes[1..];
        switch (bytes[0] % 4)
        {
            case 0:
                var text = Base45.Encode(rest);
                BrokenPromiseException.Unless(Base45.TryDecode(text, out var again) && again.AsSpan().SequenceEqual(rest), "Base45 gives back what it was made of.");
                _ = CodeChecker.Check(HcertEnvelope.Prefix + text, Nobody, DateTimeOffset.UnixEpoch);
                break;
            case 1:
                if (HcertMessage.TryRead(rest, out var message) != HcertFault.None || message is null) break;
                _ = DccSchema.Check(message.Claims).Count;
                _ = message.Claims.Certificate.GetRawText();
                _ = RevocationHash.Of(message).Count;
                _ = message.IsSignedBy(Key);
                _ = message.Claims.IsGoodAt(DateTimeOffset.UnixEpoch);
                break;
            case 2:
                if (HcertClaims.Read(rest, out var claims) == HcertFault.None) _ = DccSchema.Check(claims!).Count + claims!.Certificate.GetRawText().Length;
                break;
            default:
                if (HcertClaims.TryReadCertificate(rest, out var certificate)) _ = DccSchema.Check(certificate).Count;
                break;
        }
    }
}
