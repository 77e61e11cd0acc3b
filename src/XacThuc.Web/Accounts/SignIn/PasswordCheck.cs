using Microsoft.AspNetCore.Identity;
using XacThuc.Web.Accounts.Passwords;

namespace XacThuc.Web.Accounts.SignIn;

/// <summary>
/// Checks passwords, as many at a time as there are processors: hashing is slow on purpose, and must not keep everybody
/// else waiting. A name nobody has takes as long as one somebody has.
/// </summary>
internal sealed class PasswordCheck : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private readonly PasswordHasher<Account> _hasher = AccountPasswords.NewHasher();
    private readonly Lazy<string> _nobody;

    public PasswordCheck() => _nobody = new(() => _hasher.HashPassword(null!, AccountPasswords.NewOneTime()));

    public async Task<bool> IsRight(Account? account, string password, CancellationToken stop)
    {
        var hash = account?.PasswordHash ?? _nobody.Value;
        await _turns.WaitAsync(stop);
        try
        {
            return _hasher.VerifyHashedPassword(account!, hash, password) is not PasswordVerificationResult.Failed
                && account?.PasswordHash is not null;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
