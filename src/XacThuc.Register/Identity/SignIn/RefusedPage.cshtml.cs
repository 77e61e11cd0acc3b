using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace XacThuc.Register.Identity.SignIn;

/// <summary>Somebody was sent here by whom nobody knows, or who must not be answered.</summary>
internal sealed class RefusedPage : PageModel
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status400BadRequest;
}
