using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Invite;

/// <summary>Who was told of a session, and how; the rest again, or on paper.</summary>
[Authorize(Policy = SessionsAccess.Read)]
internal sealed class InvitationsPage(PlatformDb db, InvitePeople invite, MessageOutbox outbox, HouseSettings house, TimeProvider time) : PageModel
{
    /// <summary>The session.</summary>
    public VaccinationSession Session { get; private set; } = null!;

    /// <summary>Who is invited.</summary>
    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    /// <summary>The slips of those whom no message reaches, or of all.</summary>
    public SlipSheet Sheet { get; private set; } = null!;

    /// <summary>Whether whoever looks holds the session.</summary>
    public bool MayWork { get; private set; }

    /// <summary>Whether messages are sent at all.</summary>
    public bool Sends => outbox.Sends;

    /// <summary>Whether all are printed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>How many were just sent again.</summary>
    [BindProperty(SupportsGet = true)]
    public int Again { get; set; }

    /// <summary>Why nothing was sent.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>How many were told so.</summary>
    public int Of(InvitedHow how) => Invited.Count(one => one.How == how);

    /// <summary>How somebody was told, in words.</summary>
    public static (Tone Tone, Bilingual Word) Told(InvitedHow how) => how switch
    {
        InvitedHow.Sent => (Tone.Right, new("đã gửi tin", "message sent")),
        InvitedHow.Waiting => (Tone.Waiting, new("đang gửi", "being sent")),
        InvitedHow.Failed => (Tone.Wrong, new("không gửi được", "could not be sent")),
        InvitedHow.NotPosted => (Tone.Plain, new("chưa nhắn tin", "no message")),
        InvitedHow.NoPhone => (Tone.Late, new("không có điện thoại di động", "no mobile phone")),
    };

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "day.view", $"day:{Session.Code}"), stop);
        return Page();
    }

    /// <summary>The slips as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop) || Sheet.Slips.Count == 0) return NotFound();
        await db.Save(me.NewAct(time, "day.print", $"day:{Session.Code}"), stop);
        return File(FormPdf.Of(Sheet), FormPdf.Type, $"{Session.Code}-giay-moi.pdf");
    }

    /// <summary>Sends again to those who were not reached.</summary>
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken stop)
    {
        if ((await invite.Again(id, SignedIn.Get(User), stop)).TryGet(out var count, out var refusal)) return LocalRedirect($"/sessions/{id}/invitations?again={count}");
        db.ChangeTracker.Clear();
        if (!await Load(id, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindSession(id, me, stop)).TryGet(out var session, out _)) return false;
        db.ChangeTracker.Clear();
        (Session, MayWork) = (session, session.IsOpen && SessionsAccess.MayVaccinate(me.Role) && session.UnitId == me.UnitId);
        Invited = await db.InvitedTo(session, stop);
        db.ChangeTracker.Clear();
        var unit = await db.Units.Where(unit => unit.Id == session.UnitId).Select(unit => unit.Name).FirstAsync(stop);
        Sheet = InvitationSlips.Of(session, unit, session.IsOpen ? Invited.Where(one => All || one.IsUnreached) : [], house.Url);
        return true;
    }
}
