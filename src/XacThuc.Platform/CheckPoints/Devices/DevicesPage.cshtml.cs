using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;

namespace XacThuc.Platform.CheckPoints.Devices;

/// <summary>Guards' devices of a place: links are made here, shown once, and lost devices switched off.</summary>
[Authorize(Policy = CheckPointsAccess.Run)]
internal sealed class DevicesPage(PlatformDb db, EnrolDevice enrol, MessageOutbox outbox, TimeProvider time) : PageModel
{
    /// <summary>The place.</summary>
    public CheckPoint Place { get; private set; } = null!;

    /// <summary>Its devices.</summary>
    public IReadOnlyList<CheckDevice> Devices { get; private set; } = [];

    /// <summary>Links that still wait for their phone.</summary>
    public IReadOnlyList<EnrolLink> Waiting { get; private set; } = [];

    /// <summary>The link just made: behind a hash, which no server is sent.</summary>
    public Uri? Link { get; private set; }

    /// <summary>For whom.</summary>
    public string Guard { get; private set; } = "";

    /// <summary>Its code.</summary>
    public QrPicture? Picture => Link is { } link ? QrPicture.Of(link.AbsoluteUri) : null;

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>Makes a link; its token is on this page alone, in no address and no log.</summary>
    public async Task<IActionResult> OnPostLinkAsync(long id, string? guard, CancellationToken stop)
    {
        if (!(await enrol.MakeLink(id, guard, SignedIn.Get(User), stop)).TryGet(out var made, out var refusal)) return await Refused(id, refusal, stop);
        (Link, Guard) = (new Uri(outbox.PortalPage("/verifier/"), $"#enrol={made.Token}"), made.Link.Guard);
        return await Load(id, stop) ? Page() : NotFound();
    }

    /// <summary>Switches a device off.</summary>
    public async Task<IActionResult> OnPostOffAsync(long id, long device, CancellationToken stop) =>
        (await enrol.SwitchOff(id, device, SignedIn.Get(User), stop)).Refusal is { } refusal ? await Refused(id, refusal, stop) : LocalRedirect($"/check-points/{id}/devices");

    private async Task<IActionResult> Refused(long id, Refusal refusal, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (refusal.Kind == RefusalKind.NotThere || !await Load(id, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        if (!(await db.FindKeptCheckPoint(id, SignedIn.Get(User), stop)).TryGet(out var place, out _)) return false;
        var since = time.GetUtcNow() - EnrolLink.Lives;
        Place = place;
        Devices = await db.Set<CheckDevice>().AsNoTracking().Where(device => device.PlaceId == id).OrderBy(device => device.OffAt != null).ThenByDescending(device => device.Id).Take(200).ToListAsync(stop);
        Waiting = await db.Set<EnrolLink>().AsNoTracking().Where(link => link.PlaceId == id && link.UsedAt == null && link.MadeAt > since).OrderByDescending(link => link.Id).ToListAsync(stop);
        return true;
    }
}
