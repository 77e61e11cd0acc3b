using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Sessions.Observe;

/// <summary>The reactions of all sessions in reach: those to be looked after before all, the worst first. Without names.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class EventsPage(PlatformDb db) : PageModel
{
    private const int Most = 200;

    /// <summary>The reactions with their sessions.</summary>
    public IReadOnlyList<(AdverseEvent Event, VaccinationSession Session)> Events { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var found = await db.SessionsOf(SignedIn.Get(User)).AsNoTracking()
            .Join(db.Set<AdverseEvent>(), session => session.Id, seen => seen.SessionId, (session, seen) => new { session, seen })
            .OrderBy(pair => pair.seen.Outcome == EventOutcome.Watched || pair.seen.Outcome == EventOutcome.InHospital ? 0 : 1)
            .ThenByDescending(pair => pair.seen.Grade).ThenByDescending(pair => pair.seen.Id).Take(Most).ToListAsync(stop);
        Events = found.ConvertAll(pair => (pair.seen, pair.session));
    }
}
