using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace XacThuc.Testing.Signing;

/// <summary>
/// A remote signing service by the standard of the Cloud Signature Consortium, of either version: it knows the fields of each
/// method and no others, gives leave for one hash once, and asks a phone that the test holds.
/// </summary>
public sealed class GivenService : IAsyncDisposable
{
    public const string User = "020061000777";
    public const string Pin = "73915024";

    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _leaves = new(StringComparer.Ordinal);
    private TaskCompletionSource<bool> _phone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _token = "";

    private GivenService(WebApplication app, int version) => (_app, Version) = (app, version);

    public int Version { get; }

    /// <summary>Keys by their credential's name.</summary>
    public Dictionary<string, GivenSigner> Signers { get; } = new(StringComparer.Ordinal);

    /// <summary><c>implicit</c>, <c>explicit</c> or <c>oauth2code</c>.</summary>
    public string Mode { get; set; } = "implicit";

    /// <summary>Whether a handle is given while the phone is asked.</summary>
    public bool GivesHandles { get; set; }

    /// <summary>Whose key signs, if it is another than that of the certificate.</summary>
    public GivenSigner? Impostor { get; set; }

    /// <summary>Answers in place of what the standard says, for a method, if it wants to.</summary>
    public Func<string, int, HttpContext, Task<bool>> Fails { get; set; } = (_, _, _) => Task.FromResult(false);

    /// <summary>How often it was asked, by method.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>All bodies that it was sent.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>How often the phone rang.</summary>
    public int Rings { get; private set; }

    /// <summary>The code that was sent to the signer; none where none was.</summary>
    public string? Code { get; private set; }

    public string Settings(int confirm = 30, string secret = "bí mật", string access = "clientCredentials") => $$"""
        {
          "name": "MyCA", "address": "{{_app.Urls.First()}}/csc/v{{Version}}/", "version": {{Version}}, "access": "{{access}}",
          "tokenAddress": "{{_app.Urls.First()}}/oauth2/token", "clientId": "xacthuc", "clientSecret": "{{secret}}", "timeoutSeconds": 3, "confirmSeconds": {{confirm}}
        }
        """;

    public static async Task<GivenService> Open(int version = 1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var app = builder.Build();
        var service = new GivenService(app, version);
        app.MapPost("/oauth2/token", (Delegate)service.GiveToken);
        app.MapPost($"/csc/v{version}/auth/login", (Delegate)service.LogIn);
        foreach (var (method, answer) in new (string, Func<JsonObject, HttpContext, Task<IResult>>)[]
        {
            ("credentials/list", service.List), ("credentials/info", service.Info), ("credentials/authorize", service.Authorize),
            ("credentials/authorizeCheck", service.Check), (version == 1 ? "credentials/sendOTP" : "credentials/getChallenge", service.SendCode),
            ("signatures/signHash", service.SignHash),
        })
            app.MapPost($"/csc/v{version}/{method}", context => service.Answer(method, answer, context));
        await app.StartAsync();
        return service;
    }

    /// <summary>What the signer presses.</summary>
    public void Press(bool agrees) => _phone.TrySetResult(agrees);

    /// <summary>As after a new start: tokens given before are not known any more.</summary>
    public void ForgetTokens() => _token = "";

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task<IResult> GiveToken(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials") return Wrong("unsupported_grant_type", "Invalid parameter grant_type");
        return form["client_id"] == "xacthuc" && form["client_secret"] == "bí mật" ? NewToken() : Wrong("invalid_client", "Invalid parameter client_secret", 401);
    }

    private Task<IResult> LogIn(HttpContext context) => Task.FromResult(
        context.Request.Headers.Authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("xacthuc:bí mật"))
            ? NewToken() : Wrong("authentication_error", "An error occurred during authentication process"));

    private IResult NewToken()
    {
        _token = Guid.NewGuid().ToString("N");
        return Results.Json(new { access_token = _token, token_type = "Bearer", expires_in = 3600 });
    }

    private async Task Answer(string method, Func<JsonObject, HttpContext, Task<IResult>> answer, HttpContext context)
    {
        var nth = Asked.AddOrUpdate(method, 1, (_, count) => count + 1);
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Bodies.Enqueue(body);
        if (await Fails(method, nth, context)) return;
        if (_token.Length == 0 || context.Request.Headers.Authorization != $"Bearer {_token}")
        {
            await Wrong("invalid_token", "The access or refresh token is expired or has been revoked", 401).ExecuteAsync(context);
            return;
        }

        await (await answer((JsonObject)JsonNode.Parse(body)!, context)).ExecuteAsync(context);
    }

    private Task<IResult> List(JsonObject body, HttpContext context) => Task.FromResult(
        Strange(body, "userID") ?? (body["userID"]?.GetValue<string>() != User ? Wrong("invalid_request", "Invalid parameter userID")
            : Results.Json(new { credentialIDs = Signers.Keys })));

    private Task<IResult> Info(JsonObject body, HttpContext context)
    {
        if (Strange(body, "credentialID", "certificates", "certInfo", "authInfo") is { } strange) return Task.FromResult(strange);
        if (!Signers.TryGetValue(body["credentialID"]!.GetValue<string>(), out var signer)) return Task.FromResult(Wrong("invalid_request", "Invalid parameter credentialID"));
        var answer = new JsonObject
        {
            ["key"] = new JsonObject { ["status"] = "enabled", ["algo"] = JsonSerializer.SerializeToNode(signer.Algorithms), ["len"] = signer.Bits },
            ["cert"] = new JsonObject { ["status"] = "valid", ["certificates"] = JsonSerializer.SerializeToNode(signer.Path) },
            ["SCAL"] = "2",
            ["multisign"] = 1,
        };
        if (Version == 1)
        {
            answer["authMode"] = Mode;
            if (Mode == "explicit")
            {
                answer["PIN"] = new JsonObject { ["presence"] = "true", ["format"] = "N", ["label"] = "Mã PIN ký số" };
                answer["OTP"] = new JsonObject { ["presence"] = "true", ["type"] = "online", ["format"] = "N", ["label"] = "Mã gửi qua SMS" };
            }
        }
        else
        {
            // The second version has no implicit mode: an explicit one without objects is one.
            answer["auth"] = new JsonObject
            {
                ["mode"] = Mode == "implicit" ? "explicit" : Mode,
                ["objects"] = Mode != "explicit" ? new JsonArray() : new JsonArray(
                    new JsonObject { ["type"] = "Password", ["id"] = "PIN", ["format"] = "N", ["label"] = "Mã PIN ký số" },
                    new JsonObject { ["type"] = "ChallengeResponse", ["id"] = "OTP", ["format"] = "N", ["label"] = "Mã gửi qua SMS" }),
            };
        }

        return Task.FromResult(Results.Json(answer));
    }

    private Task<IResult> SendCode(JsonObject body, HttpContext context)
    {
        if (Strange(body, Version == 1 ? ["credentialID"] : ["credentialID", "authObjectID"]) is { } strange) return Task.FromResult(strange);
        Code = $"{Random.Shared.Next(100_000, 999_999)}";
        return Task.FromResult(Results.NoContent());
    }

    private async Task<IResult> Authorize(JsonObject body, HttpContext context)
    {
        string[] known = Version == 1 ? ["credentialID", "numSignatures", "hash", "PIN", "OTP", "description"] : ["credentialID", "numSignatures", "hashes", "hashAlgorithmOID", "authData", "description"];
        if (Strange(body, known) is { } strange) return strange;
        if (body["numSignatures"]?.GetValue<int>() != 1) return Wrong("invalid_request", "Invalid value for parameter numSignatures");
        if (!TryHash(body, out var hash)) return Wrong("invalid_request", "Invalid Base64 hash string parameter");
        if (Mode == "explicit")
        {
            var (pin, code) = Version == 1 ? (body["PIN"]?.GetValue<string>(), body["OTP"]?.GetValue<string>()) : (Typed(body, "PIN"), Typed(body, "OTP"));
            return pin == Pin && code == Code && Code is not null ? Leave(hash) : Wrong(Version == 1 ? "invalid_pin" : "invalid_authentication_data", "The authentication data is invalid");
        }

        // Who hears it ring may press at once.
        var phone = _phone = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Rings++;
        if (GivesHandles) return Results.Json(new { handle = hash }, statusCode: 202);
        return await phone.Task.WaitAsync(context.RequestAborted) ? Leave(hash) : Wrong("access_denied", "The user denied the request");
    }

    private async Task<IResult> Check(JsonObject body, HttpContext context)
    {
        if (Strange(body, "handle") is { } strange) return strange;
        var hash = body["handle"]!.GetValue<string>();
        if (!_phone.Task.IsCompleted) return Results.Json(new { handle = hash }, statusCode: 202);
        return await _phone.Task ? Leave(hash) : Wrong("access_denied", "The user denied the request");
    }

    private IResult Leave(string hash)
    {
        var leave = Guid.NewGuid().ToString("N");
        _leaves[leave] = hash;
        return Results.Json(new JsonObject { ["SAD"] = leave, ["expiresIn"] = 300 });
    }

    private Task<IResult> SignHash(JsonObject body, HttpContext context)
    {
        string[] known = Version == 1 ? ["credentialID", "SAD", "hash", "hashAlgo", "signAlgo", "signAlgoParams"] : ["credentialID", "SAD", "hashes", "hashAlgorithmOID", "signAlgo", "signAlgoParams"];
        if (Strange(body, known) is { } strange) return Task.FromResult(strange);
        var signer = Signers[body["credentialID"]!.GetValue<string>()];
        var algorithm = body["signAlgo"]!.GetValue<string>();
        if (!signer.Algorithms.Contains(algorithm)) return Task.FromResult(Wrong("invalid_request", "Invalid parameter signAlgo"));
        if (body[Version == 1 ? "hashAlgo" : "hashAlgorithmOID"]?.GetValue<string>() != Sha256) return Task.FromResult(Wrong("invalid_request", "Invalid parameter hashAlgo"));
        if (signer.IsPss != body.ContainsKey("signAlgoParams")) return Task.FromResult(Wrong("invalid_request", "Missing (or invalid type) string parameter signAlgoParams"));
        if (!TryHash(body, out var hash)) return Task.FromResult(Wrong("invalid_request", "Invalid Base64 hash string parameter"));
        if (!_leaves.TryRemove(body["SAD"]!.GetValue<string>(), out var allowed)) return Task.FromResult(Wrong("invalid_request", "Invalid parameter SAD"));
        if (allowed != hash) return Task.FromResult(Wrong("invalid_request", "Hash is not authorized by the SAD"));
        return Task.FromResult(Results.Json(new { signatures = new[] { Convert.ToBase64String((Impostor ?? signer).Sign(Convert.FromBase64String(hash))) } }));
    }

    private bool TryHash(JsonObject body, out string hash)
    {
        hash = body[Version == 1 ? "hash" : "hashes"] is JsonArray { Count: 1 } one ? one[0]!.GetValue<string>() : "";
        return Convert.TryFromBase64String(hash, new byte[100], out var length) && length == 32;
    }

    private static string? Typed(JsonObject body, string id) =>
        (body["authData"] as JsonArray)?.FirstOrDefault(one => one!["id"]!.GetValue<string>() == id)?["value"]!.GetValue<string>();

    private static IResult? Strange(JsonObject body, params string[] known) =>
        body.Select(one => one.Key).FirstOrDefault(key => !known.Contains(key)) is { } strange ? Wrong("invalid_request", $"Unknown parameter {strange}") : null;

    private static IResult Wrong(string error, string sentence, int status = 400) =>
        Results.Json(new { error, error_description = sentence }, statusCode: status);
}
