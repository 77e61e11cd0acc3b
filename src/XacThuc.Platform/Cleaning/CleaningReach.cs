using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Cleaning;

/// <summary>Finds a list that somebody may touch. Whoever may see or change records may see or move the lists of them.</summary>
internal static class CleaningReach
{
    /// <summary>The list, tracked.</summary>
    public static async Task<Result<CleaningList>> FindList(this PlatformDb db, long id, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var list = await db.Set<CleaningList>().FirstOrDefaultAsync(list => list.Id == id, stop);
        return list is not null && units.Contains(list.UnitId) ? list : CleaningRefusals.NoSuchList;
    }

    /// <summary>Saves a list that was moved; whoever comes second is told.</summary>
    public static async Task<Result<CleaningList>> SaveMoved(this PlatformDb db, CleaningList list, Act act, CancellationToken stop) =>
        await db.SaveFirst(act, stop) ? list : CleaningRefusals.Moved;
}
