using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Clients;

namespace XacThuc.Web.Accounts.Sessions;

/// <summary>
/// Who asks: programs show a token and have only the API, browsers show a cookie and have everything else. Hence no other
/// site can use the API in a browser's name, and the API never looks up a session.
/// </summary>
internal static class Authentication
{
    public static WebApplication UseWhoAsks(this WebApplication app)
    {
        // The framework would put its own way of authenticating before everything, OpenIddict's work for each request included.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/connect", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/.well-known", StringComparison.OrdinalIgnoreCase),
            connect => connect.UseAuthentication());
        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                if (await context.RequestServices.GetRequiredService<TokenReader>().Find(context) is { } client) context.User = client;
            }
            // Styles, scripts and what went wrong are the same for everybody; the database that knows sessions may be what failed.
            else if (!context.Request.Path.StartsWithSegments("/problem", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase) && (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal is { } account)
            {
                context.User = account;
            }

            await next(context);
        });
        return app;
    }
}
