using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Campaigns.Groups;

/// <summary>The records of a group within the place of whoever runs the campaign; a record that was joined into another is none.</summary>
internal static class GroupPeople
{
    /// <summary>Those records. For <see cref="CampaignGroup.Due"/> all with a dose: whether the next is due, the rules say (<see cref="DueForDose"/>).</summary>
    public static IQueryable<VaccinationRecord> Of(PlatformDb db, Campaign campaign, DateTimeOffset now)
    {
        var path = campaign.Path;
        var units = db.Units.Where(unit => unit.Path.StartsWith(path)).Select(unit => unit.Id);
        var records = db.Set<VaccinationRecord>().Where(record => record.JoinedIntoId == null && units.Contains(record.UnitId));
        if (campaign.CommuneCodes is { Count: > 0 } communes)
        {
            var codes = communes.ToArray();
            records = records.Where(record => EF.Parameter(codes).Contains(record.CommuneCode));
        }

        if (campaign.Hamlet is { Length: > 0 } hamlet) records = records.Where(record => record.Hamlet == hamlet);
        var before = now.AddDays(-campaign.LateDays);
        return campaign.Group switch
        {
            CampaignGroup.NoNumber => records.Where(record => record.Digits == ""),
            CampaignGroup.WrongData => records.Where(record => record.Status == RecordStatus.Mismatched),
            CampaignGroup.NotComparable => records.Where(record => record.Status == RecordStatus.Unauthenticated || record.Status == RecordStatus.Invalid),
            CampaignGroup.Due => records.Where(record => db.Set<Dose>().Any(dose => dose.RecordId == record.Id && dose.State == DoseState.Valid)),
            CampaignGroup.Foreigners => records.Where(record => db.Set<ListedPerson>()
                .Any(person => person.RecordId == record.Id && (person.Nationality != "" || (person.Passport != "" && person.Digits == "")))),

            // A record that was corrected since has another version than the one that was authenticated.
            CampaignGroup.Late => records.Where(record => record.Status == RecordStatus.Mismatched && record.AuthenticatedVersion == record.Version && record.AuthenticatedAt < before),
            CampaignGroup.NoPhone => records.Where(record => record.Phone == ""),
            CampaignGroup.NoCard => records.Where(record => record.Digits.Length == 9),
        };
    }
}
