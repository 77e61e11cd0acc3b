using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using XacThuc.Web.Accounts.SignIn;
using XacThuc.Web.Api;

namespace XacThuc.Web.Accounts.Sessions;

/// <summary>What happens to those who may not: programs get a problem, people the sign-in page or a page that says why.</summary>
internal sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        var status = authorizeResult.Challenged ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        if (ApiProblems.IsApi(context))
        {
            context.Response.StatusCode = status;
            if (authorizeResult.Challenged) context.Response.Headers.WWWAuthenticate = "Bearer";
            else context.Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
            return Task.CompletedTask;
        }

        // A work-list would take a redirect for "done", and the decision would be lost unsaid.
        if (authorizeResult.Forbidden || context.Request.Headers.ContainsKey("X-Worklist"))
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        var isGet = HttpMethods.IsGet(context.Request.Method);
        var signIn = Links.SignIn(isGet ? context.Request.Path + context.Request.QueryString : "/");
        // A part of a page that htmx asked for would put the sign-in page into that part.
        if (context.Request.Headers.ContainsKey("HX-Request")) context.Response.Headers["HX-Redirect"] = "/sign-in";
        else context.Response.Redirect(signIn);
        return Task.CompletedTask;
    }
}
