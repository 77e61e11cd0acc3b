using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Campaigns.Mail;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Campaigns.Write;

/// <summary>A text of the form.</summary>
public sealed record WrittenText
{
    /// <summary>Code of the language.</summary>
    public string Language { get; init; } = "";

    /// <summary>For short messages and Zalo.</summary>
    public string? Short { get; init; }

    /// <summary>For all else.</summary>
    public string? Long { get; init; }
}

/// <summary>What the form of a campaign says.</summary>
public sealed record CampaignForm
{
    /// <summary>What it is called.</summary>
    public string? Title { get; init; }

    /// <summary>Whom it is for.</summary>
    public CampaignGroup Group { get; init; } = CampaignGroup.WrongData;

    /// <summary>After how many days a record is late.</summary>
    public int LateDays { get; init; } = 14;

    /// <summary>Codes of communes; null, not empty, before anything is bound.</summary>
    public IReadOnlyList<string>? Communes { get; init; }

    /// <summary>A hamlet.</summary>
    public string? Hamlet { get; init; }

    /// <summary>The ways.</summary>
    public IReadOnlyList<CampaignChannels>? Ways { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; init; }

    /// <summary>The texts.</summary>
    public IReadOnlyList<WrittenText>? Texts { get; init; }

    /// <summary>The ways as one value.</summary>
    internal CampaignChannels Channels => (Ways ?? []).Aggregate(CampaignChannels.None, (all, one) => all | one);
}

/// <summary>Writes a campaign, new or as long as it is a draft; its people are counted anew after each change.</summary>
internal sealed class WriteCampaign(PlatformDb db, MessageOutbox outbox, MailSettings mail, TimeProvider time)
{
    private const int LongestTitle = 120;
    private const int LongestText = 4000;
    private const int MostDays = 90;

    /// <summary>Writes it.</summary>
    /// <param name="id">The draft; none for a new one.</param>
    /// <param name="form">What it says.</param>
    /// <param name="me">Who writes.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Result<Campaign>> Run(long? id, CampaignForm form, SignedIn me, CancellationToken stop)
    {
        if (!CampaignsAccess.MayRun(me.Role)) return CampaignsRefusals.NotThere;
        var texts = TextsOf(form);
        if ((FindProblem(form, texts) ?? await FindPlaceProblem(form, me, stop)) is { } problem) return problem;
        var now = time.GetUtcNow();
        Campaign campaign;
        if (id is { } known)
        {
            if (!(await db.FindOwnCampaign(known, me, stop)).TryGet(out var found, out var refusal)) return refusal;
            if (found.State != CampaignState.Draft) return CampaignsRefusals.NotADraft;
            campaign = found;
        }
        else
        {
            var code = await db.Set<Campaign>().Select(one => one.Code).NextOf($"CD-{me.UnitCode}", Shown.Day(now), stop);
            campaign = new Campaign
            {
                Code = code,
                UnitId = me.UnitId,
                Path = me.Path,
                Title = "",
                Group = form.Group,
                From = form.From,
                Until = form.Until,
                WrittenBy = me.Name,
                WrittenAt = now,
            };
            db.Add(campaign);
        }

        (campaign.Title, campaign.Group, campaign.LateDays) = (Said.Of(form.Title, LongestTitle), form.Group, form.Group == CampaignGroup.Late ? form.LateDays : 0);
        (campaign.Communes, campaign.Hamlet) = (string.Join(',', form.Communes ?? []), Said.Of(form.Hamlet, LongestTitle));
        (campaign.Channels, campaign.From, campaign.Until) = (form.Channels, form.From, form.Until);
        (campaign.WrittenBy, campaign.WrittenAt, campaign.DrawnAt, campaign.DrawnTo) = (me.Name, now, null, 0);
        campaign.Version++;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await db.SaveFirst(me.NewAct(time, "campaign.write", campaign.Subject), stop)) return CampaignsRefusals.Moved;
        var key = campaign.Id;
        await db.Set<CampaignPerson>().Where(person => person.CampaignId == key).ExecuteDeleteAsync(stop);
        await db.Set<CampaignText>().Where(text => text.CampaignId == key).ExecuteDeleteAsync(stop);
        db.AddRange(texts.Select(text => new CampaignText { CampaignId = key, Language = text.Language, Short = text.Short!, Long = text.Long! }));
        await db.Save(me.NewAct(time, "campaign.texts", campaign.Subject), stop);
        await all.CommitAsync(stop);
        return campaign;
    }

    /// <summary>The communes that may be chosen: those of the own place.</summary>
    public async Task<IReadOnlyList<Place>> Communes(SignedIn me, CancellationToken stop)
    {
        var (path, today) = (me.Path, Shown.Day(time.GetUtcNow()));
        return [.. (await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && place.Path.StartsWith(path)).ToListAsync(stop))
            .OrderByDescending(place => place.IsValidOn(today)).ThenByDescending(place => place.ValidFrom).DistinctBy(place => place.Code, StringComparer.Ordinal)
            .OrderBy(place => place.Name, StringComparer.Ordinal)];
    }

    private static List<WrittenText> TextsOf(CampaignForm form) =>
        [.. (form.Texts ?? []).Select(text => new WrittenText { Language = text.Language, Short = Lines(text.Short), Long = Lines(text.Long) })
            .Where(text => text.Short!.Length + text.Long!.Length > 0 || text.Language.Equals(CampaignLanguages.Vietnamese.Code, StringComparison.Ordinal))];

    private static string Lines(string? typed) => Said.Of(typed?.ReplaceLineEndings("\n"), LongestText);

    private Refusal? FindProblem(CampaignForm form, List<WrittenText> texts)
    {
        if (string.IsNullOrWhiteSpace(form.Title)) return CampaignsRefusals.TitleNeeded;
        if (form.Channels == CampaignChannels.None) return CampaignsRefusals.ChannelNeeded;
        if ((form.Channels & CampaignChannels.ShortMessage) != CampaignChannels.None && !outbox.Sends) return CampaignsRefusals.NoGateway;
        if ((form.Channels & CampaignChannels.Mail) != CampaignChannels.None && !mail.Sends) return CampaignsRefusals.NoMail;
        if (form.Until < form.From || form.Until < Shown.Day(time.GetUtcNow()) || form.Until.DayNumber - form.From.DayNumber > MostDays) return CampaignsRefusals.DaysWrong;
        if (form.Group == CampaignGroup.Late && form.LateDays is < 1 or > 365) return CampaignsRefusals.LateDaysWrong;
        if (texts.Select(text => text.Language).Distinct(StringComparer.Ordinal).Count() != texts.Count) return CampaignsRefusals.UnknownLanguage("?");
        foreach (var text in texts)
        {
            if (CampaignLanguages.Find(text.Language) is not { } language) return CampaignsRefusals.UnknownLanguage(Said.Of(text.Language, 10));
            if (Placeholders.FindProblem(language, text.Short!, text.Long!) is { } wrong) return wrong;
        }

        var vietnamese = texts.Find(text => text.Language.Equals(CampaignLanguages.Vietnamese.Code, StringComparison.Ordinal));
        if ((form.Channels & (CampaignChannels.ShortMessage | CampaignChannels.Zalo)) != CampaignChannels.None && vietnamese?.Short is not { Length: > 0 }) return CampaignsRefusals.ShortNeeded;
        return (form.Channels & ~(CampaignChannels.ShortMessage | CampaignChannels.Zalo)) != CampaignChannels.None && vietnamese?.Long is not { Length: > 0 } ? CampaignsRefusals.LongNeeded : null;
    }

    private async Task<Refusal?> FindPlaceProblem(CampaignForm form, SignedIn me, CancellationToken stop)
    {
        if (form.Communes is not { Count: > 0 } chosen) return null;
        var known = (await Communes(me, stop)).Select(place => place.Code).ToHashSet(StringComparer.Ordinal);
        return chosen.FirstOrDefault(code => !known.Contains(code)) is { } unknown ? CampaignsRefusals.UnknownCommune(Said.Of(unknown, 10)) : null;
    }
}
