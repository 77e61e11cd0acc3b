using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;
using XacThuc.Web.Accounts.Sessions;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts.SecondFactor;

/// <summary>One's own second factor: the app on the phone.</summary>
[AllowsOpenSteps]
internal sealed class SecondFactorPage(SecondFactors factors, UserManager<Account> users, TimeProvider time) : PageModel
{
    /// <summary>The code that the app shows.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The password, where one phone takes the place of another.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>The secret, for those who cannot take the picture.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Whether there is a phone already.</summary>
    public bool IsSet { get; private set; }

    /// <summary>Whether nothing else can be done before.</summary>
    public bool IsFirst => User.HasClaim(AccountClaims.Must, AccountClaims.MustSetSecondFactor);

    /// <summary>The recovery codes, shown this once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Shows the secret that waits to be taken.</summary>
    public async Task<IActionResult> OnGet() => await users.GetUserAsync(User) is { } account ? await Show(account) : Challenge();

    /// <summary>The secret as a picture for the phone's camera.</summary>
    public async Task<IActionResult> OnGetPicture()
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        using var picture = QRCodeGenerator.GenerateQrCode(
            factors.LinkOf(account, await factors.Offer(account)), QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(picture);
        return File(Encoding.UTF8.GetBytes(svg.GetGraphic(5)), "image/svg+xml");
    }

    /// <summary>Takes the secret.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        var act = SignedIn.Get(User).NewAct(time, "second_factor.set", $"account:{account.Id}");
        if ((await factors.Take(account, Code ?? "", Password ?? "", act, stop)).TryGet(out var codes, out var refusal))
        {
            RecoveryCodes = codes;
            return Page();
        }

        Problem = refusal.Sentence.ToString();
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return await Show(account);
    }

    private async Task<PageResult> Show(Account account)
    {
        IsSet = account.TwoFactorEnabled;
        Secret = string.Join(' ', (await factors.Offer(account)).Chunk(4).Select(group => new string(group)));
        return Page();
    }
}
