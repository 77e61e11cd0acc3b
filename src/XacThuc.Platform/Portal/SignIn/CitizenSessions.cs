using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Portal.SignIn;

/// <summary>
/// Sessions of citizens: a covered cookie of its own, gone when the browser closes, twenty minutes after the last page or two
/// hours after the first. It is no account, and no page of the staff reads it.
/// </summary>
internal sealed class CitizenSessions(TimeProvider time)
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "citizen";

    /// <summary>So long without a page.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    /// <summary>So long in all.</summary>
    public static readonly TimeSpan AtMost = TimeSpan.FromHours(2);

    private const string Since = "xt.since";

    /// <summary>Begins one; another of this browser is over.</summary>
    public Task Begin(HttpContext context, Citizen citizen) => Write(context, citizen, time.GetUtcNow());

    /// <summary>Changes what a session may see, and keeps its beginning.</summary>
    public async Task Change(HttpContext context, Citizen citizen)
    {
        var now = time.GetUtcNow();
        await Write(context, citizen, SinceOf(await context.AuthenticateAsync(Scheme)) ?? now);
    }

    /// <summary>Whose session it is.</summary>
    public async Task<Citizen?> Find(HttpContext context)
    {
        var found = await context.AuthenticateAsync(Scheme);
        if (found.Principal?.FindFirstValue(Scheme) is not { } kept || SinceOf(found) is not { } since || time.GetUtcNow() - since > AtMost) return null;

        // What a citizen sees is for no cache, and no page behind the sign-out shows it again.
        context.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.Deserialize<Citizen>(kept);
    }

    /// <summary>Ends it.</summary>
    public Task End(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Adds the scheme.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<CitizenSessions>();
        services.AddAuthentication().AddCookie(Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<HouseSettings>((options, house) =>
        {
            options.Cookie.Name = $"xt-{house.House.ToString().ToLowerInvariant()}-citizen";
            options.Cookie.HttpOnly = true;

            // VNeID leads back here from another site.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
            options.Cookie.Path = "/portal";
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.Events.OnCheckSlidingExpiration = sliding =>
            {
                sliding.ShouldRenew = sliding.ElapsedTime > TimeSpan.FromMinutes(1);
                return Task.CompletedTask;
            };
        });
    }

    private static Task Write(HttpContext context, Citizen citizen, DateTimeOffset since) => context.SignInAsync(
        Scheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(Scheme, JsonSerializer.Serialize(citizen))], Scheme)),
        new AuthenticationProperties { Items = { [Since] = since.ToString("O") } });

    private static DateTimeOffset? SinceOf(AuthenticateResult found) =>
        found.Properties?.Items.TryGetValue(Since, out var since) == true && DateTimeOffset.TryParse(since, System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null;
}
