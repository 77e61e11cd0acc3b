using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Messages;
using XacThuc.Web.Acts;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.Run;

/// <summary>Puts down who belongs to a campaign, part by part; stopped in the middle it goes on behind the last part.</summary>
internal sealed class CountPeople(PlatformDb db, TimeProvider time)
{
    private const int Part = 2000;

    /// <summary>Counts the next part.</summary>
    /// <returns>Whether there is more to count.</returns>
    public async Task<bool> Next(Campaign campaign, CancellationToken stop)
    {
        var (id, version, from, now) = (campaign.Id, campaign.Version, campaign.DrawnTo, time.GetUtcNow());
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var records = await GroupPeople.Of(db, campaign, now).Where(record => record.Id > from).OrderBy(record => record.Id).Take(Part)
            .Select(record => new { record.Id, record.UnitId, record.CommuneCode, record.Hamlet, record.Phone, record.Digits, record.Status, record.BornOn }).ToListAsync(stop);
        var due = campaign.Group == CampaignGroup.Due ? await DueForDose.Among(db, records.ToDictionary(record => record.Id, record => record.BornOn), Shown.Day(now), stop) : null;
        var (to, isLast) = (records.Count == 0 ? from : records[^1].Id, records.Count < Part);

        // Whoever comes second, or after the draft was changed, has counted nothing.
        DateTimeOffset? drawnAt = isLast ? now : null;
        if (await db.Set<Campaign>().Where(one => one.Id == id && one.Version == version && one.DrawnTo == from && one.DrawnAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.DrawnTo, to).SetProperty(one => one.DrawnAt, drawnAt), stop) == 0) return false;
        await CampaignsTables.ManyPeople.Insert(
            db.RawWay(),
            [
                .. records.Where(record => due is null || due.Contains(record.Id)).Select(record => new CampaignPerson
                {
                    CampaignId = id, RecordId = record.Id, UnitId = record.UnitId, CommuneCode = record.CommuneCode, Hamlet = record.Hamlet,
                    HadPhone = PhoneNumber.TryParse(record.Phone, out _), HadNumber = record.Digits.Length > 0, WasRight = record.Status == RecordStatus.Matched,
                }),
            ],
            stop);
        if (isLast) await db.Save(new Act(Actor.House, now, "campaign.count", campaign.Subject), stop);
        await all.CommitAsync(stop);
        (campaign.DrawnTo, campaign.DrawnAt) = (to, drawnAt);
        return !isLast;
    }
}
