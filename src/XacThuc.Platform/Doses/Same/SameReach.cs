using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses.Same;

/// <summary>
/// Who may do what with a pair: a unit that has one of the two sees it and proposes; a second person who works for the units
/// of both confirms.
/// </summary>
internal static class SameReach
{
    /// <summary>The pairs that somebody sees.</summary>
    public static async Task<IQueryable<SamePair>> PairsOf(this PlatformDb db, SignedIn me, CancellationToken stop)
    {
        var units = RecordsAccess.RightOf(me.Role) == RecordsRight.Write ? await RecordsAccess.UnitsOf(db, me, stop) : [];
        return db.Set<SamePair>().Where(pair => units.Contains(pair.UnitId) || units.Contains(pair.OtherUnitId));
    }

    /// <summary>A pair, tracked.</summary>
    public static async Task<Result<SamePair>> FindPair(this PlatformDb db, long id, SignedIn me, CancellationToken stop) =>
        await (await db.PairsOf(me, stop)).FirstOrDefaultAsync(pair => pair.Id == id, stop) is { } pair ? pair : SameRefusals.NotThere;

    /// <summary>Saves a pair that was moved; whoever comes second is told.</summary>
    public static async Task<Result<SamePair>> SaveMoved(this PlatformDb db, SamePair pair, Act act, CancellationToken stop) =>
        await db.SaveFirst(act, stop) ? pair : SameRefusals.Moved;

    /// <summary>Whether somebody works for the units of both.</summary>
    public static async Task<bool> WorksForBoth(this PlatformDb db, SamePair pair, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        return RecordsAccess.RightOf(me.Role) == RecordsRight.Write && units.Contains(pair.UnitId) && units.Contains(pair.OtherUnitId);
    }
}
