using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace XacThuc.Web.Shell.Problems;

/// <summary>The one error page. It asks the database for nothing: that may be what failed.</summary>
[AllowAnonymous]
public sealed class ProblemPage : PageModel
{
    private Problem _problem = new(StatusCodes.Status404NotFound, null, null);

    /// <summary>What happened.</summary>
    public string Title => _problem.Title;

    /// <summary>What to do next.</summary>
    public string Sentence => _problem.Sentence;

    /// <summary>The number in the log.</summary>
    public string? Reference => _problem.Reference;

    /// <summary>Shows what is told.</summary>
    public void OnGet()
    {
        if (HttpContext.Items[typeof(Problem)] is Problem told) _problem = told;
        Response.StatusCode = _problem.Status;
    }
}
