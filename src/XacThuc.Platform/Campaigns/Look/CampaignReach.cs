using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Feedback;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Campaigns.Look;

/// <summary>How a campaign goes in a commune, or a hamlet of it: counts alone.</summary>
internal sealed record ReachCount(string CommuneCode, string Hamlet)
{
    /// <summary>People of the group.</summary>
    public int People { get; init; }

    /// <summary>Of them without a phone when they were counted.</summary>
    public int WithoutPhone { get; init; }

    /// <summary>The message has left.</summary>
    public int Sent { get; init; }

    /// <summary>It is on its way.</summary>
    public int Waiting { get; init; }

    /// <summary>It could not be sent.</summary>
    public int Failed { get; init; }

    /// <summary>Want no such messages.</summary>
    public int OptedOut { get; init; }

    /// <summary>Reached by the message to somebody of the family.</summary>
    public int WithFamily { get; init; }

    /// <summary>Whose reason was gone before their turn came.</summary>
    public int NotNeeded { get; init; }

    /// <summary>Have acted since: the record became right or got a number, a dose was given, a mistake was reported.</summary>
    public int Acted { get; init; }

    /// <summary>Of those whom a message reached.</summary>
    public int ActedOfReached { get; init; }

    /// <summary>Whom a message reached.</summary>
    public int Reached => Sent + WithFamily;

    /// <summary>Several as one.</summary>
    public static ReachCount Sum(string commune, string hamlet, IEnumerable<ReachCount> counts) => counts.Aggregate(new ReachCount(commune, hamlet), (all, one) => all with
    {
        People = all.People + one.People,
        WithoutPhone = all.WithoutPhone + one.WithoutPhone,
        Sent = all.Sent + one.Sent,
        Waiting = all.Waiting + one.Waiting,
        Failed = all.Failed + one.Failed,
        OptedOut = all.OptedOut + one.OptedOut,
        WithFamily = all.WithFamily + one.WithFamily,
        NotNeeded = all.NotNeeded + one.NotNeeded,
        Acted = all.Acted + one.Acted,
        ActedOfReached = all.ActedOfReached + one.ActedOfReached,
    });
}

/// <summary>Counts reach and effect by commune and hamlet, in the database: no record leaves it.</summary>
internal static class CampaignReach
{
    public static async Task<IReadOnlyList<ReachCount>> Of(PlatformDb db, Campaign campaign, CancellationToken stop)
    {
        var (id, subject, since) = (campaign.Id, campaign.Subject, campaign.StartedAt ?? DateTimeOffset.MaxValue);
        var people =
            from person in db.Set<CampaignPerson>().Where(one => one.CampaignId == id)
            join record in db.Set<VaccinationRecord>() on person.RecordId equals record.Id
            join sent in db.Set<ShortMessage>().Where(one => one.Subject == subject && one.Kind == MessageKind.Campaign) on person.RecordId equals sent.About into messages
            from message in messages.DefaultIfEmpty()
            select new
            {
                person.CommuneCode,
                person.Hamlet,
                person.Told,
                person.HadPhone,
                State = message == null ? (MessageState?)null : message.State,
                Acted = (record.Status == RecordStatus.Matched && !person.WasRight) || (record.Digits != "" && !person.HadNumber)
                    || db.Set<Dose>().Any(dose => dose.RecordId == person.RecordId && dose.State == DoseState.Valid && dose.EnteredAt > since)
                    || db.Set<FeedbackCase>().Any(report => report.RecordId == person.RecordId && report.RecordedAt > since),
            };
        var counts = await people.GroupBy(one => new { one.CommuneCode, one.Hamlet, one.Told, one.HadPhone, one.State, one.Acted })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop);
        return
        [
            .. counts.GroupBy(one => (one.Key.CommuneCode, one.Key.Hamlet)).Select(place =>
            {
                int Where(Func<(PersonTold Told, MessageState? State, bool HadPhone, bool Acted), bool> isMeant) =>
                    place.Where(one => isMeant((one.Key.Told, one.Key.State, one.Key.HadPhone, one.Key.Acted))).Sum(one => one.Count);
                return new ReachCount(place.Key.CommuneCode, place.Key.Hamlet)
                {
                    People = Where(_ => true),
                    WithoutPhone = Where(one => !one.HadPhone),
                    Sent = Where(one => one.State == MessageState.Sent),
                    Waiting = Where(one => one.State == MessageState.Waiting),
                    Failed = Where(one => one.State is MessageState.Failed or MessageState.Withdrawn),
                    OptedOut = Where(one => one.Told == PersonTold.OptedOut),
                    WithFamily = Where(one => one.Told == PersonTold.WithFamily),
                    NotNeeded = Where(one => one.Told == PersonTold.NotNeeded),
                    Acted = Where(one => one.Acted),
                    ActedOfReached = Where(one => one.Acted && (one.State == MessageState.Sent || one.Told == PersonTold.WithFamily)),
                };
            }).OrderBy(one => one.CommuneCode, StringComparer.Ordinal).ThenBy(one => one.Hamlet, StringComparer.Ordinal),
        ];
    }
}
