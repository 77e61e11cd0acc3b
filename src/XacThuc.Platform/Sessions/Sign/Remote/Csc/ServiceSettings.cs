using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Sessions.Sign.Remote.Csc;

/// <summary>How the house itself is let in at a service.</summary>
internal enum ServiceAccess
{
    /// <summary>OAuth 2.0, client credentials (RFC 6749, 4.4).</summary>
    ClientCredentials,

    /// <summary><c>auth/login</c> with HTTP Basic.</summary>
    Login,
}

/// <summary>
/// What <c>remote-signing.json</c> in the house's folder says, beside its keys and as well guarded: it holds the secret of the
/// house at the service. Without the file nobody signs remotely.
/// </summary>
internal sealed record ServiceSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "remote-signing.json";

    /// <summary>What the service is called, as its users know it.</summary>
    public required string Name { get; init; }

    /// <summary>The base address of the interface, with its version: <c>https://…/csc/v1/</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>Of the Cloud Signature Consortium's interface: 1 (1.0.4.0) or 2 (2.0.0.2).</summary>
    public int Version { get; init; } = 1;

    /// <summary>How the house is let in.</summary>
    public ServiceAccess Access { get; init; }

    /// <summary>Where tokens are given; for client credentials alone.</summary>
    public Uri? TokenAddress { get; init; }

    /// <summary>The house at the service.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>How long an answer may take where nobody has to confirm, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 15;

    /// <summary>How long a signer has to confirm, in seconds.</summary>
    public int ConfirmSeconds { get; init; } = 180;

    /// <summary>Reads them; none where the house signs with no service.</summary>
    /// <exception cref="UnusableSettingsException">The file cannot be used; the house does not start with it.</exception>
    public static ServiceSettings? Read(HouseSettings house) => SettingsFile.Read<ServiceSettings>(house, FileName, settings => settings.FindProblem());

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => nameof(ServiceSettings);

    private string? FindProblem() =>
        Name.Trim().Length is 0 or > 60 ? "name must be what signers call the service, up to 60 letters."
        : !IsGuarded(Address) ? "address must begin with https:// (http:// only on this machine)."
        : !Address.AbsolutePath.EndsWith('/') ? "address must end with a slash: https://…/csc/v1/"
        : Version is not (1 or 2) ? "version must be 1 or 2."
        : Access == ServiceAccess.ClientCredentials && TokenAddress is null ? "tokenAddress is missing: where the service gives tokens (…/oauth2/token)."
        : TokenAddress is not null && !IsGuarded(TokenAddress) ? "tokenAddress must begin with https:// (http:// only on this machine)."
        : ClientId.Length == 0 || ClientSecret.Length == 0 ? "clientId and clientSecret must not be empty."
        : TimeoutSeconds is < 1 or > 60 ? "timeoutSeconds must be from 1 to 60."
        : ConfirmSeconds is < 5 or > 600 ? "confirmSeconds must be from 5 to 600."
        : null;

    // The secret goes there, and PINs.
    private static bool IsGuarded(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback));
}
