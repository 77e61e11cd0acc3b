using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Data;

namespace XacThuc.Web.Units;

/// <summary>
/// Keeps the open <see cref="PlaceBook"/> of a house in memory. Each asking looks up the last edition (one step in an
/// index), so that what any process loads is seen by all. Work over many rows asks once and keeps its book.
/// </summary>
public sealed class PlaceShelf
{
    private volatile PlaceBook? _open;

    /// <summary>The book as the database is now.</summary>
    public async Task<PlaceBook> Get(HouseDb db, CancellationToken stop)
    {
        var edition = await db.Places.MaxAsync(place => (long?)place.Edition, stop) ?? 0;
        if (_open is { } open && open.Edition == edition) return open;

        // Two askers may both read it; both books are right.
        var fresh = new PlaceBook(await db.Places.AsNoTracking().ToListAsync(stop));
        _open = fresh;
        return fresh;
    }
}
