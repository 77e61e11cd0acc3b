using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Platform.Campaigns.Stops;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Campaigns.Public;

/// <summary>
/// Stops messages of campaigns and allows them again, by the code in one of them. Opening the page changes nothing: phones open links to
/// show what is behind them.
/// </summary>
internal sealed class StopPage(PhoneStops stops, AddressMeters meters) : PageModel
{
    /// <summary>What the code stands for.</summary>
    public MessageStop? Found { get; private set; }

    /// <summary>Why nothing is shown.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken stop) =>
        code is null ? Page() : Show(MayLook() ? await stops.Find(code, stop) : RegisterRefusals.TooManyOfAddress);

    /// <summary>Shows what a typed code stands for.</summary>
    public async Task<IActionResult> OnPostFindAsync(string? code, CancellationToken stop) =>
        Show(MayLook() ? await stops.Find(code, stop) : RegisterRefusals.TooManyOfAddress);

    /// <summary>Stops the messages.</summary>
    public async Task<IActionResult> OnPostStopAsync(string? code, CancellationToken stop) =>
        Show(MayLook() ? await stops.Set(code, isStopped: true, stop) : RegisterRefusals.TooManyOfAddress);

    /// <summary>Allows them again.</summary>
    public async Task<IActionResult> OnPostAllowAsync(string? code, CancellationToken stop) =>
        Show(MayLook() ? await stops.Set(code, isStopped: false, stop) : RegisterRefusals.TooManyOfAddress);

    private bool MayLook() => meters.MayLook(HttpContext.Connection.RemoteIpAddress);

    private PageResult Show(Result<MessageStop> result)
    {
        if (result.TryGet(out var found, out var refusal))
        {
            Found = found;
        }
        else
        {
            Refusal = refusal;
            Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        }

        return Page();
    }
}
