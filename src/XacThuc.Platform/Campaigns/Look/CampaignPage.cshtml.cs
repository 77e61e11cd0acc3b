using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Campaigns.Mail;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Platform.Campaigns.Write;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Campaigns.Look;

/// <summary>What a made-up person would get in a language.</summary>
internal sealed record Preview(CampaignLanguage Language, string? Message, int Parts, string? Zalo, string Long);

/// <summary>A campaign: counts by commune and hamlet, what people get, and the way to approve or stop it. Nobody is named.</summary>
[Authorize(Policy = CampaignsAccess.Look)]
internal sealed class CampaignPage(PlatformDb db, StartCampaign start, MessageOutbox outbox, MessagesSettings settings, PlaceShelf shelf, TimeProvider time) : PageModel
{
    private PlaceBook _book = null!;

    /// <summary>The campaign.</summary>
    public Campaign Campaign { get; private set; } = null!;

    /// <summary>All together.</summary>
    public ReachCount All { get; private set; } = new("", "");

    /// <summary>Each commune, and below it its hamlets.</summary>
    public IReadOnlyList<(ReachCount Count, bool IsCommune)> Places { get; private set; } = [];

    /// <summary>What people get, language by language.</summary>
    public IReadOnlyList<Preview> Previews { get; private set; } = [];

    /// <summary>E-mails to units.</summary>
    public IReadOnlyList<(string Unit, UnitMail Mail)> Mails { get; private set; } = [];

    /// <summary>Whether whoever looks runs it.</summary>
    public bool MayRun => CampaignsAccess.MayRun(SignedIn.Get(User).Role);

    /// <summary>Why nothing changed.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The name of a commune as it is within the campaign's place: a code of it may mean another since.</summary>
    public string NameOf(string code) => code.Length == 0 ? Speech.Say("chưa ghi", "not told")
        : (_book.Named(code, $"{Campaign.Path}{code}/") ?? _book.Find(code, Shown.Day(time.GetUtcNow())))?.Name ?? code;

    /// <summary>How an e-mail went, in words.</summary>
    public static (Tone Tone, Bilingual Word) Told(MessageState state) => state switch
    {
        MessageState.Waiting => (Tone.Waiting, new("đang gửi", "being sent")),
        MessageState.Sent => (Tone.Right, new("đã gửi", "sent")),
        MessageState.Failed => (Tone.Wrong, new("không gửi được", "could not be sent")),
        MessageState.Withdrawn => (Tone.Plain, new("đã thu lại", "taken back")),
    };

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>Approves it.</summary>
    public Task<IActionResult> OnPostApproveAsync(long id, int version, CancellationToken stop) => After(id, start.Approve(id, version, SignedIn.Get(User), stop), stop);

    /// <summary>Stops it.</summary>
    public Task<IActionResult> OnPostStopAsync(long id, CancellationToken stop) => After(id, start.Stop(id, SignedIn.Get(User), stop), stop);

    private async Task<IActionResult> After(long id, Task<Result<Campaign>> act, CancellationToken stop)
    {
        if ((await act).Refusal is not { } refusal) return LocalRedirect($"/campaigns/{id}");
        db.ChangeTracker.Clear();
        if (refusal.Kind == RefusalKind.NotThere || !await Load(id, stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindCampaign(id, me, stop)).TryGet(out var campaign, out _)) return false;
        db.ChangeTracker.Clear();
        (Campaign, _book) = (campaign, await shelf.Get(db, stop));
        if (campaign.DrawnAt is not null)
        {
            var counts = await CampaignReach.Of(db, campaign, stop);
            All = ReachCount.Sum("", "", counts);
            Places = [.. counts.GroupBy(one => one.CommuneCode, StringComparer.Ordinal).SelectMany(commune =>
                commune.Select(one => (one, false)).Prepend((ReachCount.Sum(commune.Key, "", commune), true)))];
        }

        var texts = await db.Set<CampaignText>().AsNoTracking().Where(text => text.CampaignId == id).ToListAsync(stop);
        Previews = [.. CampaignLanguages.All.SelectMany(language => texts.Where(text => text.Language.Equals(language.Code, StringComparison.Ordinal)).Select(text => PreviewOf(language, text)))];
        var mails = await db.Set<UnitMail>().AsNoTracking().Where(mail => mail.CampaignId == id).Join(db.Units, mail => mail.UnitId, unit => unit.Id, (mail, unit) => new { unit.Name, mail })
            .OrderBy(one => one.Name).ToListAsync(stop);
        Mails = mails.ConvertAll(one => (one.Name, one.mail));
        await db.Save(me.NewAct(time, "campaign.view", campaign.Subject), stop);
        return true;
    }

    private Preview PreviewOf(CampaignLanguage language, CampaignText text)
    {
        var filling = new Filling(language.Person, language.Station, Campaign.Until, outbox.PortalPage(Campaign.WayFromMessage));
        var stop = string.Format(CultureInfo.InvariantCulture, language.Stop, outbox.PortalPage("/portal/messages/stop/BCDF2345").AbsoluteUri);
        var filled = text.Short.Length == 0 ? null : $"{Placeholders.Fill(text.Short, filling)} {stop}";
        var message = filled is not null && settings.WithoutMarks && language.Plain ? PlainLetters.Of(filled) : filled;
        var (one, many) = message is not null && message.All(char.IsAscii) ? (160, 153) : (70, 67);
        return new Preview(
            language, message, message is null ? 0 : message.Length <= one ? 1 : (message.Length + many - 1) / many, text.Short.Length == 0 ? null : ForZalo(text.Short, filling),
            Placeholders.Fill(text.Long, filling with { Portal = outbox.PortalPage("/portal") }));
    }

    // Posted for all, it names nobody.
    private static string ForZalo(string text, Filling filling)
    {
        var words = Placeholders.Fill(text.Replace("{ten}: ", "", StringComparison.Ordinal).Replace("{ten}", "", StringComparison.Ordinal), filling).Trim();
        return words.Length == 0 ? words : $"{char.ToUpper(words[0], CultureInfo.InvariantCulture)}{words[1..]}";
    }
}
