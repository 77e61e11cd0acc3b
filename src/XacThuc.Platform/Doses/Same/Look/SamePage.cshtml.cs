using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Doses.Same.Look;

/// <summary>Doses that may be recorded twice: those that wait for a second person first, then the likeliest.</summary>
[Authorize(Policy = RecordsAccess.Write)]
internal sealed class SamePage(PlatformDb db, SamePairs pairs, JobDesk desk, TimeProvider time) : PageModel
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

    /// <summary>Has all records within reach looked through again.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var input = new SeekInput(await RecordsAccess.UnitsOf(db, me, stop));
        var job = await desk.Ask<SeekSame>(input, me.UnitId, key: null, me.NewAct(time, SeekSame.Kind, "pairs"), stop);
        return LocalRedirect($"/jobs/{job.Id}");
    }
}
