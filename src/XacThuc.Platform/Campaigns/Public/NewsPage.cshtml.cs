using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Campaigns.News;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns.Public;

/// <summary>What is announced, in full.</summary>
[Compressed]
internal sealed class NewsPage(NewsBoard board) : PageModel
{
    private const int Most = 30;

    /// <summary>Announcements of today, the latest first.</summary>
    public IReadOnlyList<ShownNews> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => News = await board.Today(Most, stop);
}
