using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Accounts.Sessions;

/// <summary>
/// The cookies of a house. Both houses may run on one machine, and cookies do not know of ports: each house has names of
/// its own.
/// </summary>
internal sealed class HouseCookies(HouseSettings settings) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public static string NameOf(HouseKind house) => house switch
    {
        HouseKind.Platform => "xt-platform",
        HouseKind.Register => "xt-register",
    };

    public void Configure(CookieAuthenticationOptions options) => Configure(null, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        var isHalfway = string.Equals(name, IdentityConstants.TwoFactorUserIdScheme, StringComparison.Ordinal);
        // A house may have sessions of others than its accounts, as citizens.
        if (!isHalfway && !string.Equals(name, IdentityConstants.ApplicationScheme, StringComparison.Ordinal)) return;
        options.Cookie.Name = NameOf(settings.House) + (isHalfway ? "-code" : "");
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        if (isHalfway)
        {
            options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            return;
        }

        options.ExpireTimeSpan = SessionRules.Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = SessionRules.Check;
        options.Events.OnCheckSlidingExpiration = SessionRules.Slide;
    }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, HouseCookies>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
    }
}
