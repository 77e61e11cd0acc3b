using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Certificates.Confirm;
using XacThuc.Platform.Certificates.Follow;

namespace XacThuc.Platform.Certificates;

/// <summary>How certificates, and what they rest on, are kept.</summary>
internal static class CertificatesTables
{
    public const string Issued = "issued_certificates";

    public static void Map(ModelBuilder model)
    {
        model.Entity<IssuedCertificate>(issued =>
        {
            issued.ToTable(Issued);
            issued.HasIndex(c => c.Uvci).IsUnique();
            issued.HasIndex(c => new { c.RecordId, c.Disease }).IsUnique().HasFilter("\"State\" = 1");
            issued.HasIndex(c => new { c.State, c.ExpiresAt });
            issued.HasIndex(c => new { c.UnitId, c.State });
        });
        model.Entity<CertificateDue>(due =>
        {
            due.ToTable("certificates_due");
            due.HasIndex(d => d.NextAt);
        });
        model.Entity<DoseConfirmation>(confirmation =>
        {
            confirmation.ToTable("dose_confirmations");
            confirmation.HasIndex(c => c.Code).IsUnique();
            confirmation.HasIndex(c => new { c.UnitId, c.Id });
            confirmation.Property(c => c.Version).IsConcurrencyToken();
        });
    }
}
