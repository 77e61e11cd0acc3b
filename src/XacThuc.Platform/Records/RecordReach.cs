using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records;

/// <summary>Finds a record that somebody may touch. What is out of reach is not there, so that nobody learns that it is.</summary>
internal static class RecordReach
{
    /// <summary>The record, tracked.</summary>
    public static async Task<Result<VaccinationRecord>> Find(PlatformDb db, string reference, SignedIn me, CancellationToken stop)
    {
        if (!RecordRef.IsPossible(reference)) return RecordsRefusals.NoSuchRecord;
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var record = await db.Set<VaccinationRecord>().FirstOrDefaultAsync(record => record.Ref == reference, stop);
        return record is not null && units.Contains(record.UnitId) ? record : RecordsRefusals.NoSuchRecord;
    }
}
