using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace XacThuc.Web.Acts;

/// <summary>The one way from a refusal to HTTP (RFC 9457).</summary>
public static class Refusals
{
    /// <summary>The status of a refusal.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotThere => StatusCodes.Status404NotFound,
        RefusalKind.Conflicting => StatusCodes.Status409Conflict,
        RefusalKind.NotAcceptable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.NoRoom => StatusCodes.Status507InsufficientStorage,
    };

    /// <summary>Problem details of a refusal, in the language of whoever is served.</summary>
    public static ProblemDetails ToProblem(this Refusal refusal) => new()
    {
        Type = $"urn:xacthuc:refusal:{refusal.Code}",
        Status = StatusOf(refusal.Kind),
        Title = refusal.Sentence.ToString(),
        Extensions = { ["code"] = refusal.Code },
    };

    /// <summary>The answer of an API to a refusal.</summary>
    public static IResult ToHttp(this Refusal refusal) => TypedResults.Problem(refusal.ToProblem());
}
