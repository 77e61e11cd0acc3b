using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace XacThuc.Web.Tests.Shell.Scan;

/// <summary>A page with a scan field among other things.</summary>
public sealed class ScanPage(ScansKept scans) : PageModel
{
    public IActionResult OnPost(string? card, string? way)
    {
        scans.All.Enqueue($"{way}:{card}");
        return Redirect($"/scan-here?sent={scans.All.Count}");
    }
}

/// <summary>What forms were sent, and how.</summary>
public sealed class ScansKept
{
    public ConcurrentQueue<string> All { get; } = [];
}
