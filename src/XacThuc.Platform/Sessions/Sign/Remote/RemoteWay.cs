using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using XacThuc.Platform.Sessions.Sign.Remote.Csc;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>The service at which this house has results signed, if it is connected to one.</summary>
internal sealed class RemoteWay(ServiceSettings? settings, IDataProtectionProvider protection, TimeProvider time) : IDisposable
{
    private readonly IDataProtector _cover = protection.CreateProtector("remote-signing");

    /// <summary>What signers call the service.</summary>
    public string Name => settings?.Name ?? "";

    /// <summary>The service; none where the house is connected to none.</summary>
    public SigningService? Service { get; } = settings is null ? null : new SigningService(settings, time);

    /// <summary>How long a signer has to confirm.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds(settings?.ConfirmSeconds ?? 0);

    /// <summary>Covers what lets one sign, or names a signer, for the database.</summary>
    public string Cover(string secret) => _cover.Protect(secret);

    /// <summary>What was covered; none under keys that this house has no more.</summary>
    public string? Uncover(string covered)
    {
        try
        {
            return covered.Length == 0 ? null : _cover.Unprotect(covered);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => Service?.Dispose();
}
