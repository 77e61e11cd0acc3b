using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Web.Accounts.Sessions;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>Says that a page is for other roles; shown at the address of that page.</summary>
[AllowsOpenSteps]
[IgnoreAntiforgeryToken]
internal sealed class ForbiddenPage : PageModel
{
    /// <summary>Says so.</summary>
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;

    /// <summary>Says so where a form was sent.</summary>
    public void OnPost() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
