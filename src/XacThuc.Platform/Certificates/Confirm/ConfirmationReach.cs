using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Certificates.Confirm;

/// <summary>The lists that somebody sees: the own unit's, or all of the own place and below.</summary>
internal static class ConfirmationReach
{
    public static async Task<IQueryable<DoseConfirmation>> ConfirmationsOf(this PlatformDb db, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        return db.Set<DoseConfirmation>().Where(one => EF.Parameter(units).Contains(one.UnitId));
    }

    /// <summary>One of them, tracked.</summary>
    public static async Task<Result<DoseConfirmation>> FindConfirmation(this PlatformDb db, string code, SignedIn me, CancellationToken stop) =>
        await (await db.ConfirmationsOf(me, stop)).FirstOrDefaultAsync(one => one.Code == code, stop) is { } one ? one : CertificatesRefusals.NoConfirmation;
}
