using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses;

/// <summary>Finds a dose that somebody may touch: one on a record within reach. What is out of reach is not there.</summary>
internal static class DoseReach
{
    /// <summary>The dose, tracked, and its record.</summary>
    public static async Task<Result<(Dose Dose, VaccinationRecord Record)>> FindDose(this PlatformDb db, long id, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        if (RecordsAccess.RightOf(me.Role) < RecordsRight.Read) return DosesRefusals.NoDose;
        if (await db.Set<Dose>().FirstOrDefaultAsync(dose => dose.Id == id, stop) is not { } dose) return DosesRefusals.NoDose;
        var record = await db.Set<VaccinationRecord>().AsNoTracking().FirstAsync(record => record.Id == dose.RecordId, stop);
        return units.Contains(record.UnitId) ? (dose, record) : DosesRefusals.NoDose;
    }
}
