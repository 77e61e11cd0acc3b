using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Tests.Houses;

/// <summary>Believes whoever says which unit it calls for, and in which role: who signs in how is tested in Web.</summary>
internal sealed class NamedCaller(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, PlatformDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Named";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers["X-Unit"].ToString() is not { Length: > 0 } code) return AuthenticateResult.NoResult();
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Code == code);
        var role = Enum.Parse<AccountRole>(Request.Headers["X-Role"].ToString());
        var me = new SignedIn($"account of {code}", unit.Id, unit.Code, unit.Path, role);
        var identity = new ClaimsIdentity(me.Claims, Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
