using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using XacThuc.Matching.Texts;

namespace XacThuc.Web.Accounts.Passwords;

/// <summary>
/// Rules of NIST SP 800-63B, 5.1.1.2: long, not known to everybody, not the user's own name; no rules about kinds of
/// letters, no change without a reason.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    private const int Least = 12;
    private const int Most = 200;

    private static readonly Lazy<HashSet<string>> Known = new(ReadKnown);

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        FindFault(password ?? "", user.UserName ?? "") is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = "password", Description = fault.ToString() })
            : IdentityResult.Success);

    /// <summary>What is wrong with a password; nothing where it is fine.</summary>
    public static Bilingual? FindFault(string password, string userName)
    {
        var letters = new StringInfo(password).LengthInTextElements;
        if (letters < Least)
            return new(
                $"Mật khẩu cần ít nhất {Least} ký tự. Nên ghép vài từ không liên quan, có thể có dấu cách.",
                $"The password needs at least {Least} characters. Join a few unrelated words; spaces are fine.");
        if (password.Length > Most)
            return new($"Mật khẩu dài nhất {Most} ký tự.", $"The password may have at most {Most} characters.");
        var plain = Plain(password);
        if (IsMonotonous(plain) || Known.Value.Contains(plain) || Known.Value.Contains(plain.TrimEnd("0123456789".ToCharArray())))
            return new(
                "Mật khẩu này quá phổ biến, ai cũng đoán được. Hãy chọn mật khẩu khác.",
                "This password is too common: anybody would guess it. Choose another.");
        if (Plain(userName) is { Length: >= 3 } name && plain.Contains(name, StringComparison.Ordinal))
            return new("Mật khẩu không được chứa tên đăng nhập.", "The password must not contain the user name.");
        return null;
    }

    // Case, spaces and signs do not make a known password unknown.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Where(char.IsLetterOrDigit)) plain.Append(char.ToLowerInvariant(letter));
        return plain.ToString();
    }

    // One short piece over and over, or keys in a row.
    private static bool IsMonotonous(string plain)
    {
        for (var piece = 1; piece <= 4 && piece < plain.Length; piece++)
        {
            if (plain[piece..].Equals(plain[..^piece], StringComparison.Ordinal)) return true;
        }

        var steps = 0;
        for (var at = 1; at < plain.Length; at++) steps += Math.Abs(plain[at] - plain[at - 1]) == 1 ? 1 : 0;
        return steps >= plain.Length - 2;
    }

    private static HashSet<string> ReadKnown()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("known-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToHashSet(StringComparer.Ordinal);
    }
}
