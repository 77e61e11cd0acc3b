using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts;

namespace XacThuc.Web.Shell.Today;

/// <summary>The first page of everybody: the work that waits, then the figures.</summary>
public sealed class TodayPage(IEnumerable<ITodayLines> works, TimeProvider time) : PageModel
{
    /// <summary>Now.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>What waits: first what is due, then by number.</summary>
    public IReadOnlyList<TodayLine> Lines { get; private set; } = [];

    /// <summary>The figures.</summary>
    public IReadOnlyList<TodayShares> Figures { get; private set; } = [];

    /// <summary>Asks all kinds of work, one after the other: they share the request's database.</summary>
    public async Task OnGetAsync(CancellationToken stop)
    {
        Now = time.GetUtcNow();
        var me = SignedIn.Get(User);
        var (lines, figures) = (new List<TodayLine>(), new List<TodayShares>());
        foreach (var work in works)
        {
            lines.AddRange(await work.For(me, stop));
            figures.AddRange(await work.Figures(me, stop));
        }

        Lines = [.. lines.Where(line => line.Count > 0)
            .OrderBy(line => line.Due ?? DateTimeOffset.MaxValue).ThenByDescending(line => line.Count)];
        Figures = figures;
    }
}
