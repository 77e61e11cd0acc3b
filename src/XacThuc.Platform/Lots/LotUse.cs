using Microsoft.EntityFrameworkCore;

namespace XacThuc.Platform.Lots;

/// <summary>A lot at a session.</summary>
internal sealed record BroughtLot(SessionLot Brought, Lot Lot);

/// <summary>The lots of sessions, and the doses that are taken of them.</summary>
internal static class LotUse
{
    /// <summary>The lots of a session, tracked, those that expire first before all.</summary>
    public static async Task<List<BroughtLot>> BroughtTo(this PlatformDb db, long sessionId, CancellationToken stop)
    {
        var brought = await db.Set<SessionLot>().Where(lot => lot.SessionId == sessionId)
            .Join(db.Set<Lot>(), taken => taken.LotId, lot => lot.Id, (taken, lot) => new { taken, lot }).OrderBy(pair => pair.lot.ExpiresOn).ThenBy(pair => pair.taken.Id).ToListAsync(stop);
        return brought.ConvertAll(pair => new BroughtLot(pair.taken, pair.lot));
    }

    /// <summary>Takes one dose in the open transaction; whoever comes at the same moment waits for its end.</summary>
    /// <returns>Whether one was left.</returns>
    public static async Task<bool> TakeOne(this PlatformDb db, long sessionLotId, CancellationToken stop) =>
        await db.Set<SessionLot>().Where(lot => lot.Id == sessionLotId && lot.Brought - lot.Used - lot.Discarded - lot.Returned > 0)
            .ExecuteUpdateAsync(lot => lot.SetProperty(one => one.Used, one => one.Used + 1), stop) == 1;
}
