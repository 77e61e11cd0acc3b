using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Rules;
using XacThuc.Certificates.Codes.Trust;

namespace XacThuc.Certificates.Codes;

/// <summary>What codes are checked against, all of it here and nothing over a network.</summary>
/// <param name="Trust">Whose signatures are believed.</param>
/// <param name="Revoked">What issuers took back.</param>
/// <param name="Rules">What must be met.</param>
public sealed record CheckedAgainst(TrustList Trust, RevocationList Revoked, RuleBook Rules)
{
    /// <summary>A list of keys alone.</summary>
    public static CheckedAgainst Keys(TrustList trust) => new(trust, RevocationList.Empty, RuleBook.Empty);
}
