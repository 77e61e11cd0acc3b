using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts.SignIn;
using XacThuc.Web.Api;

namespace XacThuc.Web.Languages;

/// <summary>
/// The language of each request: what the address asks for, else what the browser was switched to, else Vietnamese.
/// Programs say it in Accept-Language.
/// </summary>
internal static class LanguageChoice
{
    public const string Cookie = "xt-lang";

    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        Speech.Language = Find(context);
        context.Response.Headers.ContentLanguage = Speech.Say("vi", "en");
        await next(context);
    });

    /// <summary>The switch of the pages.</summary>
    public static void MapLanguages(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/language", async context =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Read(form["lang"]) is { } language) Keep(context, language is Language.English ? "en" : "vi");
        context.Response.Redirect(Links.After(form["from"]));
    }).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Remembers the language in the browser for a year.</summary>
    public static void Keep(HttpContext context, string language) => context.Response.Cookies.Append(Cookie, language, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        Path = "/",
    });

    private static Language Find(HttpContext context)
    {
        var request = context.Request;
        if (request.QueryString.HasValue && Read(request.Query["lang"]) is { } asked)
        {
            if (!ApiProblems.IsApi(context)) Keep(context, asked is Language.English ? "en" : "vi");
            return asked;
        }

        if (!ApiProblems.IsApi(context)) return Read(request.Cookies[Cookie]) ?? Language.Vietnamese;
        return FirstAccepted(request.Headers.AcceptLanguage.ToString()) ?? Language.Vietnamese;
    }

    private static Language? Read(string? text) => text switch
    {
        "vi" => Language.Vietnamese,
        "en" => Language.English,
        _ => null,
    };

    // The one of the two that is wanted most (RFC 9110, 12.5.4).
    private static Language? FirstAccepted(string header)
    {
        if (header.Length == 0) return null;
        return Microsoft.Net.Http.Headers.StringWithQualityHeaderValue.TryParseList([header], out var wanted)
            ? wanted.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1)
                .Select(one => Read(one.Value.ToString().Split('-')[0])).FirstOrDefault(one => one is not null)
            : null;
    }
}
