using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.Follow;

/// <summary>Shows where a registration stands to whoever has its code and knows the end of its phone's number.</summary>
[Compressed]
internal sealed class StatusPage(FindStatus find, AddressMeters meters) : PageModel
{
    /// <summary>The code typed; by post, so that it stands in no address.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The last four digits typed.</summary>
    [BindProperty]
    public string? Last4 { get; set; }

    /// <summary>Where it stands.</summary>
    public OwnStatus? Status { get; private set; }

    /// <summary>Why nothing is shown.</summary>
    public Refusal? Refusal { get; private set; }

    public void OnGet()
    {
        // The form is empty.
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var found = meters.MayLook(HttpContext.Connection.RemoteIpAddress) ? await find.Run(Code, Last4, stop) : RegisterRefusals.TooManyOfAddress;
        if (found.TryGet(out var status, out var refusal))
        {
            Status = status;
            return Page();
        }

        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
