using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Web.Audit.Look;

/// <summary>
/// The keys between two days. Entries are written in the order of time, so a few looks at the primary key find where a day
/// begins: no index on moments slows the writing of millions of entries down.
/// </summary>
internal static class AuditSpan
{
    // Writers in parallel commit out of order, and clocks of nodes differ a little.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    public static async Task<IQueryable<AuditEntry>> Narrow(
        HouseDb db, IQueryable<AuditEntry> entries, HttpRequest request, CancellationToken stop)
    {
        var asked = new ListAsked(request);
        if (asked.Day("at.from") is { } first)
        {
            var from = await FirstKey(db, Shown.Midnight(first) - Slack, stop);
            entries = entries.Where(entry => entry.Id >= from);
        }

        if (asked.Day("at.to") is { } last)
        {
            var to = await FirstKey(db, Shown.Midnight(last.AddDays(1)) + Slack, stop);
            entries = entries.Where(entry => entry.Id <= to);
        }

        return entries;
    }

    // The first key at or after a moment, by halving.
    private static async Task<long> FirstKey(HouseDb db, DateTimeOffset at, CancellationToken stop)
    {
        var (low, high) = (1L, await db.Audit.MaxAsync(entry => (long?)entry.Id, stop) ?? 0);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var found = await db.Audit.AsNoTracking().Where(entry => entry.Id >= middle).OrderBy(entry => entry.Id)
                .Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(stop);
            if (found < at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
