using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
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

    // Whole or not at all, readable by the house alone; where two processes make it at the same moment, the first one's stays.
    private static string ReadOrMake(string path, Func<string> make)
    {
        if (File.Exists(path)) return File.ReadAllText(path);
        var beside = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(beside, options)) writer.Write(make());
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }

        return File.ReadAllText(path);
    }
}
