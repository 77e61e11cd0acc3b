using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lots;

/// <summary>A lot as it is entered.</summary>
internal sealed record LotEntry(string Product, string Number, DateOnly ExpiresOn, int Received);

/// <summary>A lot and how many doses of it are in the store.</summary>
internal sealed record StoredLot(Lot Lot, int Left);

/// <summary>The store of a unit: lots that came, and what sessions took of them.</summary>
internal sealed class KeepLots(PlatformDb db, TimeProvider time)
{
    private const int LongestNumber = 40;

    /// <summary>Enters doses that came; of a lot that is known they are added.</summary>
    public async Task<Result<Lot>> Receive(LotEntry entry, SignedIn me, CancellationToken stop)
    {
        if (!SessionsAccess.MayVaccinate(me.Role)) return SessionsRefusals.NotYours;
        var number = entry.Number.Trim().ToUpperInvariant();
        if (number.Length is 0 or > LongestNumber) return LotsRefusals.NoNumber;
        if (entry.Received is < 1 or > 1_000_000) return LotsRefusals.NoDoses;
        if (!ProductCode.TryParse(entry.Product, null, out var code) || VaccineCatalogue.Standard.Find(code) is null) return SessionsRefusals.NoProduct;
        var lot = await db.Set<Lot>().FirstOrDefaultAsync(lot => lot.UnitId == me.UnitId && lot.Product == entry.Product && lot.Number == number, stop);
        if (lot is not null && lot.ExpiresOn != entry.ExpiresOn) return LotsRefusals.OtherExpiry(lot.ExpiresOn);
        if (lot is null)
        {
            lot = new Lot
            {
                UnitId = me.UnitId,
                Product = entry.Product,
                Number = number,
                ExpiresOn = entry.ExpiresOn,
                Received = 0,
                EnteredBy = me.Name,
                EnteredAt = time.GetUtcNow(),
            };
            db.Add(lot);
        }

        lot.Received += entry.Received;
        lot.Version++;
        return await Save(lot, me.NewAct(time, "lot.receive", $"lot:{number}", $"{entry.Received}"), stop);
    }

    /// <summary>A session takes doses of a lot; said again, it takes so many more.</summary>
    public async Task<Result<Lot>> Take(long sessionId, long lotId, int doses, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (!session.IsOpen) return SessionsRefusals.NotOpen;
        if (doses < 1) return LotsRefusals.NoDoses;
        if (await db.Set<Lot>().FirstOrDefaultAsync(lot => lot.Id == lotId && lot.UnitId == session.UnitId, stop) is not { } lot) return SessionsRefusals.NoLot;
        if (!lot.Product.Equals(session.Product, StringComparison.Ordinal)) return LotsRefusals.OtherProduct;
        if (lot.ExpiresOn < session.Day) return SessionsRefusals.LotExpired(lot.Number, lot.ExpiresOn);
        var left = (await Stored(session.UnitId, stop)).First(stored => stored.Lot.Id == lotId).Left;
        if (doses > left) return SessionsRefusals.LotShort(lot.Number, left);
        var brought = await db.Set<SessionLot>().FirstOrDefaultAsync(brought => brought.SessionId == sessionId && brought.LotId == lotId, stop);
        if (brought is null) db.Add(new SessionLot { SessionId = sessionId, LotId = lotId, Brought = doses });
        else brought.Brought += doses;

        // The lot changes with what is taken: two sessions do not take the same doses.
        lot.Version++;
        return await Save(lot, me.NewAct(time, "lot.take", $"day:{session.Code}", $"{lot.Number} {doses}"), stop);
    }

    /// <summary>The lots of a unit, those that expire first before all.</summary>
    public async Task<IReadOnlyList<StoredLot>> Stored(long unitId, CancellationToken stop)
    {
        var lots = await db.Set<Lot>().Where(lot => lot.UnitId == unitId).OrderBy(lot => lot.ExpiresOn).ThenBy(lot => lot.Id).ToListAsync(stop);
        var ids = lots.Select(lot => lot.Id).ToArray();
        var taken = await db.Set<SessionLot>().Where(brought => ids.Contains(brought.LotId)).GroupBy(brought => brought.LotId)
            .Select(group => new { group.Key, Count = group.Sum(brought => brought.Brought - brought.Returned) }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        return lots.ConvertAll(lot => new StoredLot(lot, lot.Received - taken.GetValueOrDefault(lot.Id)));
    }

    private async Task<Result<Lot>> Save(Lot lot, Act act, CancellationToken stop) => await db.SaveFirst(act, stop) ? lot : SessionsRefusals.Moved;
}
