using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using XacThuc.Exchange.Signing;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Clients;

/// <summary>
/// The keys of the tokens that programs show. Kept in the house's folder: a token outlives a restart. Nodes of one house
/// share that folder or get copies of these two files.
/// </summary>
internal sealed class TokenKeys
{
    private TokenKeys(SecurityKey signing, SecurityKey encryption) => (Signing, Encryption) = (signing, encryption);

    /// <summary>Signs access tokens (ES256).</summary>
    public SecurityKey Signing { get; }

    /// <summary>What OpenIddict would encrypt with; access tokens are signed only.</summary>
    public SecurityKey Encryption { get; }

    public static TokenKeys Open(HouseSettings settings)
    {
        var pem = ReadOrMake(Path.Combine(settings.Folder, "token-signing.pem"), () =>
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return made.ExportPkcs8PrivateKeyPem();
        });
        var secret = ReadOrMake(
            Path.Combine(settings.Folder, "token-encryption.key"), () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        var name = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
        return new TokenKeys(
            new ECDsaSecurityKey(key) { KeyId = name }, new SymmetricSecurityKey(Convert.FromBase64String(secret)));
    }

    private static string ReadOrMake(string path, Func<string> make)
    {
        WholeFile.WriteSecretIfMissing(path, () => Encoding.ASCII.GetBytes(make()));
        return File.ReadAllText(path);
    }
}
