using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;

namespace XacThuc.Register.Verification.Receive;

/// <summary>The lists of residents of the officer's place: those that wait first.</summary>
[Authorize(Policy = VerificationAccess.Verify)]
internal sealed class ListsPage(RegisterDb db) : PageModel
{
    private const int Most = 100;

    /// <summary>Lists, each with how many of its rows are decided.</summary>
    public IReadOnlyList<(VerificationList List, int Decided)> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var here = VerificationList.Here;
        var lists = await db.ListsOf(SignedIn.Get(User)).AsNoTracking()
            .OrderBy(list => here.Contains(list.State) ? 0 : 1)
            .ThenBy(list => here.Contains(list.State) && list.DueAt == null ? 1 : 0).ThenBy(list => here.Contains(list.State) ? list.DueAt : null)
            .ThenByDescending(list => list.Id).Take(Most).ToListAsync(stop);
        var ids = lists.Select(list => list.Id).ToArray();
        var decided = await db.Set<VerificationRow>().Where(row => ids.Contains(row.ListId) && row.Verdict != null)
            .GroupBy(row => row.ListId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        Lists = [.. lists.Select(list => (list, decided.GetValueOrDefault(list.Id)))];
    }
}
