using XacThuc.Web.Clients;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Portal.VNeId;

/// <summary>
/// What <c>vneid.json</c> in the house's folder says, beside its keys and as well guarded: it holds the secret of the house at the
/// identity service. A sample house without it goes to the police house, any other offers no sign-in with VNeID.
/// </summary>
internal sealed record VNeIdSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "vneid.json";

    /// <summary>The issuer, as it stands in its discovery document (OpenID Connect Discovery 1.0, 3).</summary>
    public required Uri Issuer { get; init; }

    /// <summary>The house at the service.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Where citizens find the portal, if that is not the address on which the house listens.</summary>
    public Uri? Portal { get; init; }

    /// <summary>What is asked for beside <c>openid</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["profile", "citizen_number"];

    /// <summary>The claim with the personal number.</summary>
    public string NumberClaim { get; init; } = "citizen_number";

    /// <summary>The <c>acr</c> of level 2; every other is level 1.</summary>
    public string Level2 { get; init; } = "2";

    /// <summary>Reads them; none where the house does not use VNeID.</summary>
    /// <exception cref="UnusableSettingsException">The file cannot be used; the house does not start with it.</exception>
    public static VNeIdSettings? Read(HouseSettings house) =>
        SettingsFile.Read<VNeIdSettings>(house, FileName, settings => settings.FindProblem())
        ?? (house.IsSample ? new VNeIdSettings { Issuer = house.PartnerUrl, ClientId = SamplePortal.ClientId, ClientSecret = SamplePortal.Secret } : null);

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => nameof(VNeIdSettings);

    private string? FindProblem() =>
        !IsGuarded(Issuer) ? "issuer must begin with https:// (http:// only on this machine)."
        : Issuer.Query.Length > 0 || Issuer.Fragment.Length > 0 ? "issuer must have neither ? nor #."
        : ClientId.Trim().Length == 0 || ClientSecret.Trim().Length == 0 ? "clientId and clientSecret must not be empty."
        : Portal is not null && !IsGuarded(Portal) ? "portal must begin with https:// (http:// only on this machine)."
        : Portal is not null && !Portal.AbsolutePath.EndsWith('/') ? "portal must end with a slash."
        : Scopes.Any(scope => scope.Length == 0 || scope.Any(char.IsWhiteSpace)) ? "scopes must be single words."
        : NumberClaim.Length == 0 || Level2.Length == 0 ? "numberClaim and level2 must not be empty."
        : null;

    // Who signs in where, and the secret, go there.
    private static bool IsGuarded(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback));
}
