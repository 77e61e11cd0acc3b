using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Certificates.Issue;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Certificates.Give;

/// <summary>What there is to give to a person.</summary>
/// <param name="Standing">The certificate that stands; none where none was issued, or it was taken back.</param>
/// <param name="IsDue">Whether another one, or a first one, would be issued now.</param>
/// <param name="Why">What is missing, where none can be issued.</param>
/// <param name="Before">How many stood before and were taken back.</param>
internal sealed record Givable(IssuedCertificate? Standing, bool IsDue, WhyNot? Why, int Before)
{
    public static async Task<Givable> Of(PlatformDb db, VaccinationRecord record, DateTimeOffset now, CancellationToken stop)
    {
        var basis = (await Basis.Of(db, db.Set<VaccinationRecord>().Where(one => one.Id == record.Id), stop))[0];
        var entitled = IssueOne.Find(basis, out var why);
        var all = await db.Set<IssuedCertificate>().AsNoTracking().Where(one => one.RecordId == record.Id).OrderByDescending(one => one.Id).ToListAsync(stop);
        var standing = all.Find(one => one.State == CertificateState.Valid && one.ExpiresAt > now);
        var isDue = entitled is not null && (standing is null || standing.ExpiresAt - now <= IssueOne.Renewed || !standing.Basis.AsSpan().SequenceEqual(entitled.Hash));
        return new Givable(standing, isDue, entitled is null ? why : null, all.Count(one => one.State != CertificateState.Valid));
    }
}
