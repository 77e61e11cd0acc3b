using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.Operate;

/// <summary>One account of the operator's places, and what can be done to it.</summary>
internal sealed class OneAccountPage(AccountDesk desk) : PageModel
{
    /// <summary>Key of the account.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    /// <summary>The account.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>Where it can be moved.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>A new password, shown this once.</summary>
    public GivenPassword? Given { get; private set; }

    /// <summary>Whether something was changed just now.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGet(CancellationToken stop) => Show(stop);

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostClose(CancellationToken stop) => await Show(await desk.Close(SignedIn.Get(User), Id, true, stop), stop);

    /// <summary>Opens it again.</summary>
    public async Task<IActionResult> OnPostOpen(CancellationToken stop) => await Show(await desk.Close(SignedIn.Get(User), Id, false, stop), stop);

    /// <summary>Gives another password.</summary>
    public async Task<IActionResult> OnPostPassword(CancellationToken stop)
    {
        var result = await desk.ResetPassword(SignedIn.Get(User), Id, stop);
        Given = result.TryGet(out var given, out _) ? given : null;
        return await Show(result, stop);
    }

    /// <summary>Takes the second factor away.</summary>
    public async Task<IActionResult> OnPostSecondFactor(CancellationToken stop) =>
        await Show(await desk.ResetSecondFactor(SignedIn.Get(User), Id, stop), stop);

    /// <summary>Moves it.</summary>
    public async Task<IActionResult> OnPostMove(string? place, CancellationToken stop)
    {
        Result<Account> result = Places.Read(place) is { } to
            ? await desk.Move(SignedIn.Get(User), Id, to.UnitId, to.Role, stop) : AccountRefusals.NoSuchUnit;
        return await Show(result, stop);
    }

    private Task<IActionResult> Show<T>(Result<T> result, CancellationToken stop)
    {
        IsChanged = result.Refusal is null;
        if (result.Refusal is { } refusal)
        {
            Problem = refusal.Sentence.ToString();
            Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        }

        return Show(stop);
    }

    private async Task<IActionResult> Show(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (await desk.Find(me, Id, stop) is not { } account) return NotFound();
        Account = account;
        Choices = await Places.Choices(desk.UnitsOf(me), stop);
        var own = Places.ValueOf(account.UnitId, account.Role);
        foreach (var choice in Choices) choice.Selected = string.Equals(choice.Value, own, StringComparison.Ordinal);
        return Page();
    }
}
