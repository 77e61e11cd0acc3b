using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Campaigns.News;

namespace XacThuc.Platform.Campaigns.Public;

/// <summary>What is announced, in full.</summary>
internal sealed class NewsPage(NewsBoard board) : PageModel
{
    private const int Most = 30;

    /// <summary>Announcements of today, the latest first.</summary>
    public IReadOnlyList<ShownNews> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => News = await board.Today(Most, stop);
}
