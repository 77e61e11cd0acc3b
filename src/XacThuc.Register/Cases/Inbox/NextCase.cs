using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>Where an officer goes on.</summary>
internal static class NextCase
{
    /// <summary>The next case of a list behind one; at its end from the beginning, for those that were skipped.</summary>
    public static async Task<long?> NextOf(this RegisterDb db, CaseFilter filter, long id, SignedIn me, CancellationToken stop)
    {
        var open = filter.Of(await db.CasesOf(me, stop)).OrderBy(one => one.Id).Select(one => (long?)one.Id);
        return await open.FirstOrDefaultAsync(one => one > id, stop) ?? await open.FirstOrDefaultAsync(one => one != id, stop);
    }
}
