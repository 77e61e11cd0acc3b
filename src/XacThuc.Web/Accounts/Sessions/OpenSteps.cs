using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace XacThuc.Web.Accounts.Sessions;

/// <summary>A page that may be used before password and second factor are in order.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AllowsOpenStepsAttribute : Attribute;

/// <summary>Leads whoever has to choose a password or set up a second factor there, before anything else.</summary>
internal static class OpenSteps
{
    public static IApplicationBuilder UseOpenSteps(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.FindFirst(AccountClaims.Must) is not { } must || context.GetEndpoint() is not { } endpoint) return next(context);
        var metadata = endpoint.Metadata;
        // What anybody may have, as styles and scripts, the set-up pages need as well.
        var isOpen = metadata.GetMetadata<AllowsOpenStepsAttribute>() is not null
            || metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
        if (isOpen) return next(context);
        context.Response.Redirect(
            string.Equals(must.Value, AccountClaims.MustChangePassword, StringComparison.Ordinal) ? "/account/password" : "/account/second-factor");
        return Task.CompletedTask;
    });
}
