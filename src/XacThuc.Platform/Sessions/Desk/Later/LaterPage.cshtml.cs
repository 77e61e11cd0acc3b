using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lots;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Sessions.Desk.Later;

/// <summary>Somebody of a session as the desk's script knows them while the network is away; kept in its memory only.</summary>
internal sealed record DeskPerson(int Number, string Name, string Search, string Born, string Digits, BookingState State);

/// <summary>A lot with doses left.</summary>
internal sealed record DeskLot(long Id, string Name, int Left);

/// <summary>What the desk's script needs to go on without a network.</summary>
internal sealed record DeskMemory(IReadOnlyList<DeskPerson> People, IReadOnlyList<DeskLot> Lots);

/// <summary>What became of a step that waited, and why it was not taken where it was not.</summary>
internal sealed record LaterAnswer(bool IsTaken, string? Sentence);

/// <summary>Where the desk's script asks and sends; nobody opens it as a page.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class LaterPage(PlatformDb db, TakeLater take, TimeProvider time) : PageModel
{
    /// <summary>The people and lots of the session.</summary>
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindOwnSession(id, me, stop)).TryGet(out var session, out _)) return NotFound();
        db.ChangeTracker.Clear();
        var people = await db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id && booking.State != BookingState.Cancelled)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person })
            .OrderBy(pair => pair.booking.Number)
            .Select(pair => new DeskPerson(pair.booking.Number, pair.person.FullName, pair.person.NameSearch, pair.person.DateOfBirth, pair.person.Digits, pair.booking.State))
            .ToListAsync(stop);
        var lots = (await db.BroughtTo(id, stop)).Where(lot => lot.Brought.Left > 0).Select(lot => new DeskLot(lot.Lot.Id, lot.Lot.Number, lot.Brought.Left)).ToList();
        db.ChangeTracker.Clear();
        await db.Save(me.NewAct(time, "day.desk", $"day:{session.Code}"), stop);
        Response.Headers.CacheControl = "no-store";
        return new JsonResult(new DeskMemory(people, lots));
    }

    /// <summary>Takes a step that waited.</summary>
    public async Task<IActionResult> OnPostAsync(long id, [FromBody] LaterStep step, CancellationToken stop)
    {
        if (!ModelState.IsValid) return BadRequest();
        var refusal = await take.Run(id, step, SignedIn.Get(User), stop);
        return new JsonResult(new LaterAnswer(refusal is null, refusal?.Sentence.ToString()));
    }
}
