using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Campaigns.Stops;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Records;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.Run;

/// <summary>
/// Posts the messages of a campaign, some at a time: the outbox is never so full of them that a one-time code waits behind. A part and
/// the word that its people were told are saved together, under the campaign's own lock: nobody is told twice.
/// </summary>
internal sealed class TellPeople(PlatformDb db, MessageOutbox outbox, MessagesSettings settings, PhoneStops stops, TimeProvider time)
{
    private const int Part = 100;

    /// <summary>Posts the next part.</summary>
    /// <returns>Whether anybody is left.</returns>
    public async Task<bool> Next(Campaign campaign, CancellationToken stop)
    {
        var (id, now, kind) = (campaign.Id, time.GetUtcNow(), MessageKind.Campaign);
        if (!DayHours.IsOpen(now)) return true;
        if (await db.Set<ShortMessage>().CountAsync(message => message.State == MessageState.Waiting && message.Kind == kind, stop) >= Part) return true;
        await using var all = await db.Database.BeginTransactionAsync(stop);

        // Writing takes the row: another house waits here, and then finds these people told.
        if (await db.Set<Campaign>().Where(one => one.Id == id && one.State == CampaignState.Running)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.DrawnTo, one => one.DrawnTo), stop) == 0) return false;
        var ids = await db.Set<CampaignPerson>().Where(person => person.CampaignId == id && person.Told == PersonTold.NotYet)
            .OrderBy(person => person.Id).Take(Part).Select(person => person.RecordId).ToArrayAsync(stop);
        if (ids.Length == 0) return false;
        var (told, messages) = await Draft(campaign, ids, now, stop);
        await outbox.Post(db, messages, stop);
        foreach (var group in told.GroupBy(one => one.Value, one => one.Key))
        {
            var (those, how) = (group.ToArray(), group.Key);
            await db.Set<CampaignPerson>().Where(person => person.CampaignId == id && EF.Parameter(those).Contains(person.RecordId))
                .ExecuteUpdateAsync(row => row.SetProperty(person => person.Told, how), stop);
        }

        await all.CommitAsync(stop);
        return true;
    }

    /// <summary>What could not leave yesterday before night leaves today.</summary>
    public async Task Again(Campaign campaign, CancellationToken stop)
    {
        var (subject, now) = (campaign.Subject, time.GetUtcNow());
        if (!DayHours.IsOpen(now) || Shown.Day(now) > campaign.Until) return;
        await db.Set<ShortMessage>().Where(message => message.Subject == subject && message.Kind == MessageKind.Campaign
                && message.State == MessageState.Failed && message.Problem == "late" && message.Words != "")
            .ExecuteUpdateAsync(
                row => row.SetProperty(message => message.State, MessageState.Waiting).SetProperty(message => message.DueAt, now)
                    .SetProperty(message => message.UsefulUntil, DayHours.EndOf(now)).SetProperty(message => message.Tries, 0),
                stop);
    }

    private async Task<(Dictionary<long, PersonTold> Told, List<ShortMessage> Messages)> Draft(Campaign campaign, long[] ids, DateTimeOffset now, CancellationToken stop)
    {
        var texts = await TextsOf(campaign, stop);
        var records = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => EF.Parameter(ids).Contains(record.Id)).OrderBy(record => record.Id).ToListAsync(stop);
        var meant = await StillMeant(campaign, records, now, stop);
        var nations = (await db.Set<ListedPerson>().AsNoTracking()
            .Where(person => person.RecordId != null && EF.Parameter(ids).Contains(person.RecordId.Value) && (person.Nationality != "" || (person.Passport != "" && person.Digits == "")))
            .Select(person => new { RecordId = person.RecordId!.Value, person.Nationality }).ToListAsync(stop)).ToLookup(person => person.RecordId, person => person.Nationality);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.Name, stop);
        var phones = records.Where(record => meant.Contains(record.Id) && PhoneNumber.TryParse(record.Phone, out _)).Select(record => record.Phone).Distinct(StringComparer.Ordinal).ToArray();
        var codes = await stops.For(phones, now, stop);
        var before = await ToldBefore(campaign, phones, stop);
        var (told, messages) = (ids.ToDictionary(id => id, _ => PersonTold.NotNeeded), new List<ShortMessage>());
        foreach (var record in records.Where(record => meant.Contains(record.Id)))
        {
            if (!PhoneNumber.TryParse(record.Phone, out var phone))
            {
                told[record.Id] = PersonTold.NoPhone;
                continue;
            }

            var stopped = codes[record.Phone];
            var language = nations.Contains(record.Id) ? CampaignLanguages.For(nations[record.Id].First(), settings.WithoutMarks, texts.Keys) : CampaignLanguages.Vietnamese;
            var text = texts.GetValueOrDefault(language.Code) ?? texts[CampaignLanguages.Vietnamese.Code];
            var isNew = before.Add(record.Phone);
            told[record.Id] = stopped.IsStopped ? PersonTold.OptedOut : isNew || Placeholders.NamesPerson(text) ? PersonTold.Posted : PersonTold.WithFamily;
            if (told[record.Id] != PersonTold.Posted) continue;
            var filled = Placeholders.Fill(text, new Filling(record.FullName, units.GetValueOrDefault(record.UnitId, language.Station), campaign.Until, outbox.PortalPage(campaign.WayFromMessage)));
            var words = $"{filled} {string.Format(System.Globalization.CultureInfo.InvariantCulture, language.Stop, outbox.PortalPage($"/portal/messages/stop/{stopped.Code}").AbsoluteUri)}";
            messages.Add(outbox.Make(MessageKind.Campaign, campaign.Subject, record.Id, phone, words, DayHours.EndOf(now)));
        }

        return (told, messages);
    }

    private async Task<Dictionary<string, string>> TextsOf(Campaign campaign, CancellationToken stop)
    {
        var id = campaign.Id;
        return await db.Set<CampaignText>().Where(text => text.CampaignId == id && text.Short != "").ToDictionaryAsync(text => text.Language, text => text.Short, StringComparer.Ordinal, stop);
    }

    // Whose record was put right since needs no message any more.
    private async Task<HashSet<long>> StillMeant(Campaign campaign, List<VaccinationRecord> records, DateTimeOffset now, CancellationToken stop)
    {
        var ids = records.Select(record => record.Id).ToArray();
        var meant = await GroupPeople.Of(db, campaign, now).Where(record => EF.Parameter(ids).Contains(record.Id)).Select(record => record.Id).ToHashSetAsync(stop);
        if (campaign.Group != CampaignGroup.Due) return meant;
        return await DueForDose.Among(db, records.Where(record => meant.Contains(record.Id)).ToDictionary(record => record.Id, record => record.BornOn), Shown.Day(now), stop);
    }

    // Phones that this campaign wrote to already, for somebody of the same family.
    private async Task<HashSet<string>> ToldBefore(Campaign campaign, string[] phones, CancellationToken stop)
    {
        var id = campaign.Id;
        return await db.Set<CampaignPerson>().Where(person => person.CampaignId == id && person.Told == PersonTold.Posted)
            .Join(db.Set<VaccinationRecord>(), person => person.RecordId, record => record.Id, (_, record) => record.Phone)
            .Where(phone => EF.Parameter(phones).Contains(phone)).ToHashSetAsync(StringComparer.Ordinal, stop);
    }
}
