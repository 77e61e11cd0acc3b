using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using XacThuc.Web.Accounts;

namespace XacThuc.Register.Tests.Houses;

internal sealed class GivenSignInOptions : AuthenticationSchemeOptions;

/// <summary>Believes whoever says who they are: <c>Authorization: Given name/unit</c>.</summary>
internal sealed class GivenSignIn(IOptionsMonitor<GivenSignInOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<GivenSignInOptions>(options, logger, encoder)
{
    public new const string Scheme = "Given";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var said = Request.Headers.Authorization.ToString();
        if (!said.StartsWith(Scheme, StringComparison.Ordinal)) return Task.FromResult(AuthenticateResult.NoResult());
        var parts = said[(Scheme.Length + 1)..].Split('/');
        var me = new SignedIn(parts[0], 1, parts[1], "/20/183/", AccountRole.DistrictPolice);
        var user = new ClaimsPrincipal(new ClaimsIdentity(me.Claims, Scheme));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, Scheme)));
    }
}
