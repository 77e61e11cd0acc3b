using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Clients;

namespace XacThuc.Web.Api;

/// <summary>How often a client, or a browser that wants in, may ask within a second; a second's worth may come at once.</summary>
public sealed record ApiLimits
{
    /// <summary>Ordinary calls of one client.</summary>
    public int Ordinary { get; init; } = 1_000;

    /// <summary>Single authentications of one client.</summary>
    public int Authentications { get; init; } = 200_000;

    /// <summary>Passwords and codes from one address: hashing them is dear.</summary>
    public int SignIns { get; init; } = 20;
}

/// <summary>Holds back whoever asks too often, each on its own account.</summary>
internal static class RateLimits
{
    private enum Meter
    {
        None,
        Ordinary,
        Authentications,
        SignIns,
    }

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<ApiLimits>();
        services.AddOptions<RateLimiterOptions>().Configure<ApiLimits>((options, limits) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (Meter Meter, string Who)>(context =>
            {
                var key = KeyOf(context);
                return key.Meter switch
                {
                    Meter.None => RateLimitPartition.GetNoLimiter(key),
                    Meter.Ordinary => Bucket(key, limits.Ordinary, limits.Ordinary),
                    Meter.Authentications => Bucket(key, limits.Authentications, limits.Authentications),
                    Meter.SignIns => Bucket(key, limits.SignIns, limits.SignIns * 15),
                };
            });
        });
        return services.AddRateLimiter(_ => { });
    }

    private static (Meter Meter, string Who) KeyOf(HttpContext context)
    {
        if (ApiProblems.IsApi(context))
        {
            var meter = context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy is ApiScopes.Authentication
                ? Meter.Authentications : Meter.Ordinary;
            return (meter, SignedIn.Find(context.User)?.Name ?? AddressOf(context));
        }

        var isSignIn = HttpMethods.IsPost(context.Request.Method) && (context.Request.Path
            .StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase)
            || context.Request.Path.StartsWithSegments("/identity", StringComparison.OrdinalIgnoreCase)
            || context.Request.Path.StartsWithSegments("/connect", StringComparison.OrdinalIgnoreCase));
        return isSignIn ? (Meter.SignIns, AddressOf(context)) : (Meter.None, "");
    }

    private static string AddressOf(HttpContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"address {context.Connection.RemoteIpAddress}");

    private static RateLimitPartition<(Meter, string)> Bucket((Meter, string) key, int perSecond, int atOnce) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce,
            TokensPerPeriod = Math.Max(1, perSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            AutoReplenishment = true,
            QueueLimit = 0,
        });
}
