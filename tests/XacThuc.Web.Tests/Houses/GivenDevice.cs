using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace XacThuc.Web.Tests.Houses;

/// <summary>A device with one passkey, as WebAuthn level 3 has it: ES256, no attestation.</summary>
public sealed class GivenDevice(Uri house, bool asksForFinger = true) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _user = "";

    public string Make(string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        _user = asked.GetProperty("user").GetProperty("id").GetString()!;
        var client = Client("webauthn.create", asked);
        byte[] length = [0, (byte)_id.Length];
        var data = Concat(Authenticator(0x40), new byte[16], length, _id, PublicKey());
        byte[] dataHead = [0x58, (byte)data.Length];
        var attestation = Concat([0xa3], Text("fmt"), Text("none"), Text("attStmt"), [0xa0], Text("authData"), dataHead, data);
        return Credential(new { clientDataJSON = Url(client), attestationObject = Url(attestation), transports = new[] { "internal" } });
    }

    public string Show(string options)
    {
        var client = Client("webauthn.get", JsonDocument.Parse(options).RootElement);
        var data = Authenticator(0);
        var signed = _key.SignData(Concat(data, SHA256.HashData(client)), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Url(client),
            authenticatorData = Url(data),
            signature = Url(signed),
            userHandle = _user,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Url(_id),
        rawId = Url(_id),
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    });

    private byte[] Client(string type, JsonElement asked) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        type,
        challenge = asked.GetProperty("challenge").GetString(),
        origin = house.GetLeftPart(UriPartial.Authority),
        crossOrigin = false,
    }));

    // Present (1), and verified by finger, face or PIN (4).
    private byte[] Authenticator(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(count, 0);
        return Concat(SHA256.HashData(Encoding.UTF8.GetBytes(house.Host)), [(byte)(flags | 1 | (asksForFinger ? 4 : 0))], count);
    }

    // COSE_Key (RFC 9053, 7.1.1): kty 2, alg -7, crv 1, x, y.
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return Concat([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], point.X!, [0x22, 0x58, 0x20], point.Y!);
    }

    private static byte[] Text(string text) => Concat([(byte)(0x60 + text.Length)], Encoding.ASCII.GetBytes(text));

    private static byte[] Concat(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
