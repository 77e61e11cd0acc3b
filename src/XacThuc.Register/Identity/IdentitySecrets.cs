using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using XacThuc.Web.Accounts.Passwords;

namespace XacThuc.Register.Identity;

/// <summary>What of an e-identity must not be read from the database alone.</summary>
internal sealed class IdentitySecrets(IDataProtectionProvider protection)
{
    /// <summary>How long a slip may be used.</summary>
    public static readonly TimeSpan ActivationLives = TimeSpan.FromDays(7);

    private readonly IDataProtector _cover = protection.CreateProtector("e-identity-secret");

    /// <summary>A code for a slip: 79 bits, in letters that cannot be taken for one another.</summary>
    public static string NewActivation() => AccountPasswords.NewOneTime();

    /// <summary>What is kept of one: nobody tries 79 bits.</summary>
    public static string DigestOf(string activation) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(activation.Where(char.IsAsciiLetterOrDigit)))));

    /// <summary>Whether it is the code; takes as long for one that nearly is, and for none.</summary>
    public static bool IsActivation(string typed, string? digest)
    {
#pragma warning disable CA1308 // The slip has small letters; phones begin with a large one.
        var given = Encoding.ASCII.GetBytes(DigestOf(typed.ToLowerInvariant()));
#pragma warning restore CA1308
        return CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(digest ?? DigestOf(""))) && digest is not null;
    }

    /// <summary>Covers the secret of codes.</summary>
    public string Cover(string secret) => _cover.Protect(secret);

    /// <summary>Uncovers it; none where the keys of the folder are others.</summary>
    public string? Find(string? covered)
    {
        if (covered is null) return null;
        try
        {
            return _cover.Unprotect(covered);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
