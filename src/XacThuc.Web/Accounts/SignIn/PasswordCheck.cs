using Microsoft.AspNetCore.Identity;
using XacThuc.Web.Accounts.Passwords;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>
/// Checks passwords, as many at a time as there are processors: hashing is slow on purpose, and must not keep everybody
/// else waiting. A name nobody has takes as long as one somebody has.
/// </summary>
public sealed class PasswordCheck : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private readonly PasswordHasher<Account> _hasher = AccountPasswords.NewHasher();
    private readonly Lazy<string> _nobody;

    /// <summary>Nothing is hashed yet.</summary>
    public PasswordCheck() => _nobody = new(() => _hasher.HashPassword(null!, AccountPasswords.NewOneTime()));

    /// <summary>Whether it is the password of a hash; of none it never is, and takes as long.</summary>
    public async Task<bool> IsRight(string? hash, string password, CancellationToken stop)
    {
        await _turns.WaitAsync(stop);
        try
        {
            return _hasher.VerifyHashedPassword(null!, hash ?? _nobody.Value, password) is not PasswordVerificationResult.Failed && hash is not null;
        }
        finally
        {
            _turns.Release();
        }
    }

    internal Task<bool> IsRight(Account? account, string password, CancellationToken stop) => IsRight(account?.PasswordHash, password, stop);

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
