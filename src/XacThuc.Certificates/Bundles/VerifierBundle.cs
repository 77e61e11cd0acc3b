using System.Text.Json;
using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Trust;

namespace XacThuc.Certificates.Bundles;

/// <summary>What a guard's device checks codes against while it has no network: whose signatures are believed, what was taken back, what must be met.</summary>
/// <param name="Country">Where certificates are shown, ISO 3166-1: its rules of acceptance are asked.</param>
/// <param name="Issued">When the bundle was made, to the second.</param>
/// <param name="Stale">After this moment the device warns that its lists are old.</param>
/// <param name="Trust">Whose signatures under certificates and health cards are believed.</param>
public sealed record VerifierBundle(string Country, DateTimeOffset Issued, DateTimeOffset Stale, TrustList Trust)
{
    /// <summary>Which keys may sign the next bundles, so that a key can be replaced; the one that signs this is among them.</summary>
    public IReadOnlyList<BundleKey> BundleKeys { get; init; } = [];

    /// <summary>Which keys sign personal codes.</summary>
    public IReadOnlyList<BundleKey> PersonalKeys { get; init; } = [];

    /// <summary>Business rules as countries publish them (EU DCC validation rules).</summary>
    public IReadOnlyList<JsonElement> Rules { get; init; } = [];

    /// <summary>Value sets that the rules ask, each with <c>valueSetId</c> and <c>valueSetValues</c>; of a value only its code is written.</summary>
    public IReadOnlyList<JsonElement> ValueSets { get; init; } = [];

    /// <summary>What issuers took back; none where nothing is to be fetched.</summary>
    public RevocationList? Revoked { get; init; }

    /// <summary>Under which address the list of what was taken back is found, by the hexadecimal SHA-256 that is written behind it.</summary>
    public string RevocationsBeside { get; init; } = "/verifier/api/revocations/";
}

/// <summary>A public key of the house.</summary>
/// <param name="Id">Its thumbprint (RFC 7638).</param>
/// <param name="Jwk">The key (RFC 7517), without anything that is secret.</param>
public sealed record BundleKey(string Id, JsonElement Jwk);
