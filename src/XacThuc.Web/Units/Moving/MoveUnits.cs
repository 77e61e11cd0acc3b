using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Units.Moving;

/// <summary>A unit whose place has ended, and the place that follows.</summary>
/// <param name="UnitId">Key of the unit.</param>
/// <param name="Code">Code of the unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">Path until now.</param>
/// <param name="To">The place it would move to; none where nothing followed and somebody has to say where it belongs.</param>
public sealed record UnitMove(long UnitId, string Code, string Name, string From, Place? To);

/// <summary>
/// Moves organisations to the places that followed theirs. Loading places never does it: whose lists and cases become one is
/// for people to decide. Accounts belong to units, hence go along; what they may touch is then the new place and below.
/// </summary>
public sealed class MoveUnits(HouseDb db, PlaceShelf shelf)
{
    /// <summary>The act of moving a unit.</summary>
    public const string ActKind = "unit.move";

    /// <summary>The units whose place has ended by a day.</summary>
    public async Task<IReadOnlyList<UnitMove>> Find(DateOnly day, CancellationToken stop)
    {
        var book = await shelf.Get(db, stop);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Code).ToListAsync(stop);
        return [.. units.Select(unit => MoveOf(book, unit, day)).OfType<UnitMove>()];
    }

    /// <summary>Moves all units whose place has ended and has a successor; the others stay.</summary>
    /// <returns>What was moved.</returns>
    public async Task<Result<IReadOnlyList<UnitMove>>> All(DateOnly day, Actor by, DateTimeOffset at, CancellationToken stop)
    {
        var moves = (await Find(day, stop)).Where(move => move.To is not null).ToList();
        if (moves.Count == 0)
        {
            return Refusal.Conflicting(
                "units.none_to_move",
                "Không còn đơn vị nào cần chuyển. Tải lại trang.",
                "There is no unit left to move. Load the page again.");
        }

        await Save(moves, by, at, "", stop);
        return moves;
    }

    /// <summary>Moves one unit to a place that stands on a day, for the reason given: what no successor tells.</summary>
    public async Task<Result<UnitMove>> One(
        string unitCode, string placeCode, DateOnly day, Act act, CancellationToken stop)
    {
        if (await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Code == unitCode, stop) is not { } unit)
            return Refusal.NotThere("unit.not_there", "Không có đơn vị này.", "There is no such unit.");
        if ((await shelf.Get(db, stop)).Find(placeCode, day) is not { } place)
        {
            return Refusal.NotThere(
                "place.not_there",
                $"Ngày {day:dd/MM/yyyy} không có đơn vị hành chính mã {placeCode}.",
                $"On {day:dd/MM/yyyy} there was no place {placeCode}.");
        }

        var move = new UnitMove(unit.Id, unit.Code, unit.Name, unit.Path, place);
        await Save([move], act.By, act.At, act.Reason, stop);
        return move;
    }

    // A unit knows only its place's path; whether that place has ended is told by the path that its code has on the day.
    private static UnitMove? MoveOf(PlaceBook book, Unit unit, DateOnly day)
    {
        var there = book.Find(unit.PlaceCode, day);
        if (there is not null && string.Equals(there.Path, unit.Path, StringComparison.Ordinal)) return null;
        var meant = book.Named(unit.PlaceCode, unit.Path);
        var to = meant is null ? there : book.Successors(meant).LastOrDefault(place => place.IsValidOn(day));
        return new UnitMove(unit.Id, unit.Code, unit.Name, unit.Path, to);
    }

    private async Task Save(List<UnitMove> moves, Actor by, DateTimeOffset at, string reason, CancellationToken stop)
    {
        var byKey = moves.ToDictionary(move => move.UnitId);
        var keys = byKey.Keys.ToList();
        foreach (var unit in await db.Units.Where(unit => keys.Contains(unit.Id)).ToListAsync(stop))
        {
            var to = byKey[unit.Id].To!;
            (unit.PlaceCode, unit.Path) = (to.Code, to.Path);
        }

        // What a session may touch stands in it: those that began at the old place end at their next check.
        foreach (var account in await db.Users.Where(account => keys.Contains(account.UnitId)).ToListAsync(stop))
            account.SecurityStamp = Guid.NewGuid().ToString("N");
        foreach (var move in moves.Skip(1)) db.Note(ActOf(move));
        await db.Save(ActOf(moves[0]), stop);

        Act ActOf(UnitMove move) => new(
            by, at, ActKind, $"unit:{move.Code}", $"{move.From} -> {move.To!.Path}{(reason.Length == 0 ? "" : $": {reason}")}");
    }
}
