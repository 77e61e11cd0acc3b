using System.Net;

namespace XacThuc.Platform.Sessions.Sign.Remote.Csc;

/// <summary>What the errors of a service mean (Cloud Signature Consortium, 10.1 and the tables of each method; RFC 6749, 5.2).</summary>
internal static class ServiceErrors
{
    /// <summary>Where tokens are given; not a method of the standard.</summary>
    public const string Token = "token";

    /// <summary>Methods by which a signer is asked.</summary>
    public const string Authorize = "credentials/authorize";

    /// <inheritdoc cref="Authorize"/>
    public const string AuthorizeCheck = "credentials/authorizeCheck";

    /// <summary>Methods that look for a signer.</summary>
    public const string List = "credentials/list";

    /// <inheritdoc cref="List"/>
    public const string Info = "credentials/info";

    /// <summary>Whether the signer is asked by it.</summary>
    public static bool IsConfirmed(string method) => method is Authorize or AuthorizeCheck;

    /// <summary>What an answer that is no success means.</summary>
    public static RemoteProblem Of(string method, Reply said) => said.Text("error") switch
    {
        "access_denied" => IsConfirmed(method) ? RemoteProblem.Declined : RemoteProblem.NotLetIn,
        "invalid_otp" or "invalid_pin" or "invalid_authentication_data" => RemoteProblem.WrongSecret,
        "authentication_error" => IsConfirmed(method) ? RemoteProblem.WrongSecret : RemoteProblem.NotLetIn,
        "invalid_token" or "expired_token" or "invalid_client" or "invalid_grant" or "unauthorized_client" or "invalid_scope" => RemoteProblem.NotLetIn,
        "server_error" or "temporarily_unavailable" => RemoteProblem.Unreachable,
        "timeout" or "expired_request" => IsConfirmed(method) ? RemoteProblem.TimedOut : RemoteProblem.Unreachable,
        "invalid_request" => OfRequest(method, said.Text("error_description") ?? ""),
        _ => OfStatus(method, said.Status),
    };

    // The standard has one code for all, and tells them apart by fixed English sentences.
    private static RemoteProblem OfRequest(string method, string sentence) =>
        sentence.Contains("locked", StringComparison.OrdinalIgnoreCase) ? RemoteProblem.Locked
        : method is Token ? RemoteProblem.NotLetIn
        : method is List or Info ? RemoteProblem.NoCredential
        : RemoteProblem.Refused;

    private static RemoteProblem OfStatus(string method, HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => RemoteProblem.NotLetIn,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => IsConfirmed(method) ? RemoteProblem.TimedOut : RemoteProblem.Unreachable,
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => RemoteProblem.Unreachable,
        HttpStatusCode.NotFound => RemoteProblem.NotUnderstood,
        _ => RemoteProblem.Refused,
    };
}
