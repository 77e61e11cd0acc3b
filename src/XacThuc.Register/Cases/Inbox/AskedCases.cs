using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Tables;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>What a list asks for, counted as cheaply as it can be.</summary>
/// <param name="Open">The open cases asked for.</param>
/// <param name="Groups">Those of all reasons by reason, the largest group first; none where a name is sought that many have.</param>
/// <param name="Count">How many are asked for; unknown where a name is sought that many have.</param>
internal sealed record AskedCases(IQueryable<Case> Open, IReadOnlyList<ReasonGroup> Groups, int? Count)
{
    private const int Few = 5_000;

    public static async Task<AskedCases> Of(RegisterDb db, CaseFilter filter, string[] communes, CancellationToken stop)
    {
        var cases = db.CasesOf(communes).AsNoTracking();
        var open = filter.Of(cases);
        if (!filter.IsNarrow)
        {
            var within = string.IsNullOrEmpty(filter.Commune) ? communes : [.. communes.Where(filter.Commune.Equals)];
            return Counted(open, await db.GroupsOf(within, stop), filter);
        }

        // A hamlet or a name is looked for once: nothing is counted of them beforehand.
        var sought = (filter with { Reason = null }).Of(cases);
        var few = filter.HasName ? ListView.MostSought : Few;
        var found = await sought.Select(one => new { one.Id, one.ReasonKey, one.OpenedAt }).Take(few + 1).ToListAsync(stop);
        if (found.Count <= few)
        {
            var ids = found.Where(one => filter.IsOf(one.ReasonKey)).Select(one => one.Id).ToArray();
            var groups = found.GroupBy(one => one.ReasonKey, StringComparer.Ordinal)
                .Select(group => new ReasonGroup(group.Key, group.Count(), group.Min(one => one.OpenedAt)));
            return Counted(db.Cases.AsNoTracking().Where(one => ids.Contains(one.Id)), ReasonGroups.Largest(groups), filter);
        }

        return filter.HasName ? new(open, [], null) : Counted(open, await ReasonGroups.GroupsAmong(sought, stop), filter);
    }

    private static AskedCases Counted(IQueryable<Case> open, IReadOnlyList<ReasonGroup> groups, CaseFilter filter) =>
        new(open, groups, groups.Where(group => filter.IsOf(group.Reason)).Sum(group => group.Count));
}
