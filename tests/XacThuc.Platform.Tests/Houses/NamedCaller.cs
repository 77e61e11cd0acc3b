using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Tests.Houses;

/// <summary>Believes whoever says which unit it calls for, and in which role: who signs in how is tested in Web.</summary>
internal sealed class NamedCaller : IStartupFilter
{
    public const string Name = "Named";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, go) =>
        {
            if (context.Request.Headers["X-Unit"].ToString() is { Length: > 0 } code)
            {
                var db = context.RequestServices.GetRequiredService<PlatformDb>();
                var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Code == code);
                var role = Enum.Parse<AccountRole>(context.Request.Headers["X-Role"].ToString());
                var name = context.Request.Headers["X-Name"].ToString() is { Length: > 0 } given ? given : $"account of {code}";
                var me = new SignedIn(name, unit.Id, unit.Code, unit.Path, role);
                context.User = new ClaimsPrincipal(new ClaimsIdentity(me.Claims, Name));
            }

            await go(context);
        });
        next(app);
    };
}
