using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>The open cases of communes by reason, the largest group first.</summary>
internal static class ReasonGroups
{
    /// <summary>All of them: kept counts, and the oldest of each by the index.</summary>
    public static async Task<IReadOnlyList<ReasonGroup>> GroupsOf(this RegisterDb db, string[] communes, CancellationToken stop)
    {
        var counts = await db.CountsOf(communes).Where(one => one.State == CaseState.Open).Select(one => new
        {
            one.ReasonKey,
            one.Count,
            Oldest = db.Cases.Where(c => c.CommuneCode == one.CommuneCode && c.State == CaseState.Open && c.ReasonKey == one.ReasonKey)
                .Min(c => (DateTimeOffset?)c.OpenedAt),
        }).ToListAsync(stop);
        // A case may be decided between its count and itself: then the group has no oldest.
        return Largest(counts.Where(one => one.Oldest is not null).GroupBy(one => one.ReasonKey, StringComparer.Ordinal)
            .Select(group => new ReasonGroup(group.Key, (int)group.Sum(one => one.Count), group.Min(one => one.Oldest!.Value))));
    }

    /// <summary>Those of some of them, counted.</summary>
    public static async Task<IReadOnlyList<ReasonGroup>> GroupsAmong(IQueryable<Case> open, CancellationToken stop) =>
        Largest(await open.GroupBy(one => one.ReasonKey)
            .Select(group => new ReasonGroup(group.Key, group.Count(), group.Min(one => one.OpenedAt))).ToListAsync(stop));

    /// <summary>The largest first.</summary>
    public static IReadOnlyList<ReasonGroup> Largest(IEnumerable<ReasonGroup> groups) =>
        [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group.Reason, StringComparer.Ordinal)];
}
