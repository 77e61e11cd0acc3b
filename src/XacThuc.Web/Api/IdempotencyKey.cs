using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Api;

/// <summary>
/// The caller's own name for what it asks, in the header <c>Idempotency-Key</c>: asked again with the same key, the house
/// answers with the job that is there already. Take it as a parameter of an endpoint.
/// </summary>
/// <param name="Value">The key; none where the caller gave none.</param>
public sealed record IdempotencyKey(string? Value)
{
    internal const string Header = "Idempotency-Key";

    private const int Longest = 200;

    /// <summary>Reads it from the request.</summary>
    public static ValueTask<IdempotencyKey> BindAsync(HttpContext context) =>
        new(new IdempotencyKey(context.Request.Headers[Header].ToString() is { Length: > 0 } key ? key : null));

    internal static bool IsReadable(string key) =>
        key.Length is > 0 and <= Longest && key.All(letter => letter is > ' ' and <= '~');
}

/// <summary>Refuses keys that cannot be kept, before any work is done.</summary>
internal static class IdempotencyKeys
{
    private static readonly Refusal Malformed = Refusal.NotAcceptable(
        "idempotency_key.malformed",
        "Idempotency-Key phải có từ 1 đến 200 ký tự ASCII, không có dấu cách.",
        "Idempotency-Key must have 1 to 200 ASCII characters without spaces.");

    public static IApplicationBuilder UseIdempotencyKeys(this IApplicationBuilder app) => app.Use((context, next) =>
        !context.Request.Headers.TryGetValue(IdempotencyKey.Header, out var key) || !ApiProblems.IsApi(context)
            || (key.Count == 1 && IdempotencyKey.IsReadable(key.ToString()))
            ? next(context) : Malformed.ToHttp().ExecuteAsync(context));
}
