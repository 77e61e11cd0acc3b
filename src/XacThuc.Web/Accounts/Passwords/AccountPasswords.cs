using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace XacThuc.Web.Accounts.Passwords;

/// <summary>How passwords are kept and made.</summary>
public static class AccountPasswords
{
    /// <summary>PBKDF2 with HMAC-SHA-512, as often as OWASP's password storage cheat sheet of 2023 asks.</summary>
    public const int Iterations = 210_000;

    // Letters that cannot be taken for one another when read from a slip of paper.
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A hasher of that strength; whose password it is makes no difference.</summary>
    public static PasswordHasher<Account> NewHasher() =>
        new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    /// <summary>A password to be used once: four groups of four, 79 bits.</summary>
    public static string NewOneTime() => string.Join('-', RandomNumberGenerator.GetString(Readable, 16).Chunk(4)
        .Select(group => new string(group)));
}
