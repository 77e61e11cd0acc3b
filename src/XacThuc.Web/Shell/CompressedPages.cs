using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Languages;

namespace XacThuc.Web.Shell;

/// <summary>
/// On a page for everybody: it goes compressed to whoever asks for it, since it shows nobody's data before somebody signs in or
/// sends its form. A page with a secret that stays the same must never have it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CompressedAttribute : Attribute;

/// <summary>
/// Compresses pages for poor networks, and only those that say so. The length of what is compressed and then encrypted tells
/// whether a secret in it is like words that an attacker had put in (BREACH). So there must be no secret to find: no session, since
/// pages show people then; no answer to a form, which repeats what was typed. What is left is the token against forged forms, and
/// that is covered anew, by chance, in each answer.
/// </summary>
internal static class CompressedPages
{
    public static IServiceCollection AddCompressedPages(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        // At the fastest level, as it comes: a page is made for one visitor, and the others wait for the processor.
        options.EnableForHttps = true;
        options.MimeTypes = ["text/html"];
    });

    /// <summary>Behind routing: it is the page that says so.</summary>
    public static WebApplication UseCompressedPages(this WebApplication app)
    {
        app.UseWhen(MayCompress, pages => pages.UseResponseCompression());
        return app;
    }

    private static bool MayCompress(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<CompressedAttribute>() is not null
        && http.Request.Cookies.Keys.All(TellsNobody);

    // Every cookie that is not known to tell nothing of anybody may be a session.
    private static bool TellsNobody(string cookie) =>
        cookie is LanguageChoice.Cookie || cookie.EndsWith("-form", StringComparison.Ordinal);
}
