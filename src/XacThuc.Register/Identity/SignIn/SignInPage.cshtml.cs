using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Register.Identity.Connect;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Identity.SignIn;

/// <summary>A citizen's number and password.</summary>
internal sealed class SignInPage(EnterIdentity enter, Asks asks, Visits visits) : PageModel
{
    /// <summary>What is asked for, as it came.</summary>
    [BindProperty(SupportsGet = true, Name = "ask")]
    public string? Query { get; set; }

    /// <summary>The number typed.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>The password typed; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Who asks.</summary>
    public Ask Ask { get; private set; } = null!;

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : LocalRedirect(IdentityLinks.Refused);

    /// <summary>The first step.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return LocalRedirect(IdentityLinks.Refused);
        var entered = await enter.WithPassword(Number, Password ?? "", HttpContext.Connection.RemoteIpAddress, stop);
        if (entered.TryGet(out var identity, out var refusal))
        {
            var isDone = identity.Level == 1;
            visits.Begin(HttpContext, identity, isDone ? VisitStep.SignedIn : VisitStep.Code);
            return LocalRedirect(isDone ? IdentityLinks.Consent(Ask) : IdentityLinks.Code(Ask));
        }

        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await asks.Find(Query, stop) is not { } ask) return false;
        Ask = ask;
        return true;
    }
}

/// <summary>Addresses on the way of signing in.</summary>
internal static class IdentityLinks
{
    public const string Refused = "/identity/refused";

    public static string SignIn(Ask ask) => "/identity/sign-in" + Of(ask);

    public static string Code(Ask ask) => "/identity/code" + Of(ask);

    public static string Consent(Ask ask) => "/identity/consent" + Of(ask);

    private static QueryString Of(Ask ask) => QueryString.Create("ask", ask.Query);
}
