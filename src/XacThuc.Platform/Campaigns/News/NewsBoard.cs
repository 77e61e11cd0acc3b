using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.News;

/// <summary>An announcement with its texts.</summary>
internal sealed record ShownNews(Announcement Announcement, IReadOnlyList<AnnouncementText> Texts)
{
    /// <summary>In the language spoken, or in Vietnamese.</summary>
    public AnnouncementText Own => Texts.FirstOrDefault(text => text.Language.Equals(Speech.Say("vi", "en"), StringComparison.Ordinal)) ?? Texts[0];

    /// <summary>In languages that the portal itself does not speak.</summary>
    public IEnumerable<AnnouncementText> Others => Texts.Where(text => text.Language is not ("vi" or "en"));
}

/// <summary>What the form of an announcement says.</summary>
public sealed record NewsForm
{
    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; init; }

    /// <summary>The texts.</summary>
    public IReadOnlyList<NewsText>? Texts { get; init; }
}

/// <summary>One of them.</summary>
public sealed record NewsText
{
    /// <summary>Code of the language.</summary>
    public string Language { get; init; } = "";

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Text.</summary>
    public string? Words { get; init; }
}

/// <summary>Announcements: put up, shown, taken down.</summary>
internal sealed class NewsBoard(PlatformDb db, TimeProvider time)
{
    private const int Most = 50;
    private const int MostDays = 366;
    private const int LongestTitle = 120;
    private const int LongestWords = 4000;

    /// <summary>Those that everybody sees today, the latest first.</summary>
    public Task<IReadOnlyList<ShownNews>> Today(int most, CancellationToken stop)
    {
        var today = Shown.Day(time.GetUtcNow());
        return WithTexts(db.Set<Announcement>().Where(one => one.Until >= today && one.From <= today && one.TakenDownAt == null)
            .OrderByDescending(one => one.From).ThenByDescending(one => one.Id).Take(most), stop);
    }

    /// <summary>Those of somebody's place, whenever they are shown.</summary>
    public Task<IReadOnlyList<ShownNews>> Of(SignedIn me, CancellationToken stop)
    {
        var path = me.Path;
        return WithTexts(db.Set<Announcement>().Where(one => one.Path.StartsWith(path)).OrderByDescending(one => one.Id).Take(Most), stop);
    }

    /// <summary>Puts one up.</summary>
    public async Task<Result<Announcement>> PutUp(NewsForm form, SignedIn me, CancellationToken stop)
    {
        if (!CampaignsAccess.MayRun(me.Role)) return CampaignsRefusals.NewsNotThere;
        if (form.Until < form.From || form.Until < Shown.Day(time.GetUtcNow()) || form.Until.DayNumber - form.From.DayNumber > MostDays) return CampaignsRefusals.NewsDays;
        var texts = (form.Texts ?? []).Select(text => (text.Language, Title: Said.Of(text.Title, LongestTitle), Words: Said.Of(text.Words?.ReplaceLineEndings("\n"), LongestWords)))
            .Where(text => text.Title.Length > 0 && text.Words.Length > 0).DistinctBy(text => text.Language, StringComparer.Ordinal).ToList();
        if (!texts.Exists(text => text.Language.Equals(CampaignLanguages.Vietnamese.Code, StringComparison.Ordinal))) return CampaignsRefusals.NewsNeeded;
        if (texts.Find(text => CampaignLanguages.Find(text.Language) is null) is { Language: { } unknown }) return CampaignsRefusals.UnknownLanguage(Said.Of(unknown, 10));
        var one = new Announcement { Path = me.Path, From = form.From, Until = form.Until, WrittenBy = me.Name, WrittenAt = time.GetUtcNow() };
        await using var all = await db.Database.BeginTransactionAsync(stop);
        db.Add(one);
        await db.SaveChangesAsync(stop);
        db.AddRange(texts.Select(text => new AnnouncementText { AnnouncementId = one.Id, Language = text.Language, Title = text.Title, Words = text.Words }));
        await db.Save(me.NewAct(time, "announcement.put_up", $"announcement:{one.Id}"), stop);
        await all.CommitAsync(stop);
        return one;
    }

    /// <summary>Takes one down.</summary>
    public async Task<Result<Announcement>> TakeDown(long id, SignedIn me, CancellationToken stop)
    {
        var path = me.Path;
        if (!CampaignsAccess.MayRun(me.Role) || await db.Set<Announcement>().FirstOrDefaultAsync(one => one.Id == id && one.Path.StartsWith(path), stop) is not { } one)
            return CampaignsRefusals.NewsNotThere;
        if (one.TakenDownAt is not null) return one;
        one.TakenDownAt = time.GetUtcNow();
        one.Version++;
        return await db.SaveFirst(me.NewAct(time, "announcement.take_down", $"announcement:{id}"), stop) ? one : CampaignsRefusals.NewsNotThere;
    }

    private async Task<IReadOnlyList<ShownNews>> WithTexts(IQueryable<Announcement> some, CancellationToken stop)
    {
        var announcements = await some.AsNoTracking().ToListAsync(stop);
        if (announcements.Count == 0) return [];
        var ids = announcements.Select(one => one.Id).ToArray();
        var texts = (await db.Set<AnnouncementText>().AsNoTracking().Where(text => EF.Parameter(ids).Contains(text.AnnouncementId)).ToListAsync(stop)).ToLookup(text => text.AnnouncementId);
        return [.. announcements.Select(one => new ShownNews(one, [.. CampaignLanguages.All.SelectMany(language => texts[one.Id].Where(text => text.Language.Equals(language.Code, StringComparison.Ordinal)))]))];
    }
}
