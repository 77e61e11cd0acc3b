using System.Security.Cryptography;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Certificates.Issue;

/// <summary>Writes and signs certificates for those who get one.</summary>
internal sealed class WriteCertificate(CertificateSigners signers, TimeProvider time)
{
    /// <summary>One.</summary>
    public Result<IssuedCertificate> Run(Entitled entitled)
    {
        if (!All([entitled]).TryGet(out var written, out var refusal)) return refusal;
        return written[0];
    }

    /// <summary>Many, on all cores; all of them or none.</summary>
    public Result<IssuedCertificate[]> All(IReadOnlyList<Entitled> entitled)
    {
        var from = CertificateIssuer.Second(time.GetUtcNow());
        var until = from.AddMonths(CertificateIssuer.Months);
        if (!signers.Open(from, until).TryGet(out var pool, out var refusal)) return refusal;
        var written = new IssuedCertificate[entitled.Count];
        try
        {
            Parallel.For(0, written.Length, i => written[i] = Write(entitled[i], pool, from, until));
        }
        catch (AggregateException failed) when (failed.InnerExceptions.All(one => one is CryptographicException))
        {
            return CertificatesRefusals.SignerFailed;
        }

        return written;
    }

    private static IssuedCertificate Write(Entitled entitled, SignerPool pool, DateTimeOffset from, DateTimeOffset until)
    {
        var uvci = CertificateIssuer.NewId();
        var text = pool.Use(signer => HcertWriter.Write(entitled.ToDcc(uvci), CertificateIssuer.Country, from, until, signer));
        return new IssuedCertificate
        {
            Uvci = uvci,
            RecordId = entitled.Basis.RecordId,
            RecordVersion = entitled.Basis.Version,
            UnitId = entitled.Basis.UnitId,
            Disease = entitled.Disease,
            Text = text,
            Basis = entitled.Hash,
            Dose = entitled.Dose,
            Doses = entitled.Doses,
            KeyId = pool.KeyId,
            IssuedAt = from,
            ExpiresAt = until,
        };
    }
}
