using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace XacThuc.Platform.Sessions.Sign.Remote.Csc;

/// <summary>Reads what <c>credentials/info</c> says (1.0.4.0, 11.5; 2.0.0.2, 11.5): both versions, each by its own names.</summary>
internal static class CredentialReader
{
    private const int MostSecrets = 4;

    /// <summary>A credential that can sign; none where it is disabled or of no use here.</summary>
    public static Answer<Credential?> Read(string id, Reply info)
    {
        var (key, certificate) = (info.Part("key"), info.Part("cert"));
        if (!string.Equals(key.Text("status"), "enabled", StringComparison.Ordinal) || certificate.Text("status") is "revoked" or "suspended") return None;
        if (certificate.Texts("certificates").Select(Decode).ToList() is not { Count: > 0 } path || path.Contains(null)) return RemoteProblem.NotUnderstood;
        using var own = Load(path[0]!);
        if (own is null) return RemoteProblem.NotUnderstood;
        if (SignAlgorithm.Find(own, key.Texts("algo")) is not { } algorithm) return None;

        var mode = info.Text("authMode") ?? info.Part("auth").Text("mode") ?? "implicit";
        List<SecretAsked> secrets = mode is "explicit" ? [.. FirstVersion(info), .. SecondVersion(info)] : [];
        if (mode is not ("implicit" or "explicit" or "oauth2code") || secrets.Count > MostSecrets) return RemoteProblem.NotUnderstood;
        return new Credential(id, [.. path.Select(one => one!)], algorithm, mode is "oauth2code", secrets);
    }

    private static Answer<Credential?> None { get; } = new(null, RemoteProblem.None);

    private static IEnumerable<SecretAsked> FirstVersion(Reply info)
    {
        var (pin, code) = (info.Part("PIN"), info.Part("OTP"));
        if (IsPresent(pin)) yield return new SecretAsked("PIN", LabelOf(pin), pin.Text("format") is "N", IsSent: false);
        if (IsPresent(code)) yield return new SecretAsked("OTP", LabelOf(code), code.Text("format") is "N", code.Text("type") is "online");
    }

    private static IEnumerable<SecretAsked> SecondVersion(Reply info) => info.Part("auth").Parts("objects")
        .Where(one => one.Text("id") is not null)
        .Select(one => new SecretAsked(one.Text("id")!, LabelOf(one), one.Text("format") is "N", one.Text("type") is "ChallengeResponse"));

    // The first version writes the word, some services the value.
    private static bool IsPresent(Reply part) => part.Text("presence") is "true" || part.Part("presence").Body.ValueKind == JsonValueKind.True;

    private static string LabelOf(Reply part)
    {
        var label = part.Text("label") ?? "";
        return label.Length <= 60 ? label : label[..60];
    }

    private static byte[]? Decode(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static X509Certificate2? Load(byte[] bytes)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(bytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
