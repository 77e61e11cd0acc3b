using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.Operate;

/// <summary>A new account; its first password is shown once.</summary>
internal sealed class NewAccountPage(AccountDesk desk) : PageModel
{
    /// <summary>The user name.</summary>
    [BindProperty(Name = "User")]
    public string? UserName { get; set; }

    /// <summary>The person's name.</summary>
    [BindProperty]
    public string? FullName { get; set; }

    /// <summary>Unit and role.</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was made.</summary>
    public GivenPassword? Made { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGet(CancellationToken stop) => Choices = await Places.Choices(desk.UnitsOf(SignedIn.Get(User)), stop);

    /// <summary>Makes the account.</summary>
    public async Task OnPost(CancellationToken stop)
    {
        await OnGet(stop);
        var me = SignedIn.Get(User);
        var result = Places.Read(Place) is { } place
            ? await desk.Create(me, UserName?.Trim() ?? "", FullName?.Trim() ?? "", place.UnitId, place.Role, stop)
            : AccountRefusals.NoSuchUnit;
        if (result.TryGet(out var made, out var refusal))
        {
            Made = made;
            return;
        }

        Problem = refusal.Sentence.ToString();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
    }
}
