using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Doses.Same;

/// <summary>Doses that may be recorded twice: those that wait for a second person first, then the likeliest.</summary>
[Authorize(Policy = RecordsAccess.Write)]
internal sealed class SamePage(PlatformDb db, FindSame find, SamePairs pairs, TimeProvider time) : PageModel
{
    private const int Most = 100;

    /// <summary>What is shown; all that is not settled where nothing is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public SameState? State { get; set; }

    /// <summary>The pairs.</summary>
    public IReadOnlyList<SameShown> Pairs { get; private set; } = [];

    /// <summary>How many stand where.</summary>
    public IReadOnlyDictionary<SameState, int> Counts { get; private set; } = new Dictionary<SameState, int>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var reached = (await db.PairsOf(me, stop)).AsNoTracking();
        Counts = await reached.GroupBy(pair => pair.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        var wanted = State is { } state ? reached.Where(pair => pair.State == state) : reached.Where(pair => pair.State == SameState.Open || pair.State == SameState.Proposed);
        var first = await wanted.OrderByDescending(pair => pair.State == SameState.Proposed).ThenByDescending(pair => pair.Probability).ThenBy(pair => pair.Id).Take(Most).ToListAsync(stop);
        Pairs = await pairs.Show(first, me, stop);
        await db.Save(me.NewAct(time, "same.list", "pairs"), stop);
    }

    /// <summary>Seeks again among all records within reach.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        await find.Run(await RecordsAccess.UnitsOf(db, me, stop), stop);
        try
        {
            await db.Save(me.NewAct(time, "same.seek", "pairs"), stop);
        }
        catch (DbUpdateException twice) when (DosesTables.IsTwice(twice) || twice is DbUpdateConcurrencyException)
        {
            // Somebody else sought at the same moment: the page shows what they found.
            db.ChangeTracker.Clear();
        }

        return LocalRedirect("/doses/same");
    }
}
