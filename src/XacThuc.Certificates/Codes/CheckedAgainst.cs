using XacThuc.Certificates.Codes.Revocation;
using XacThuc.Certificates.Codes.Rules;
using XacThuc.Certificates.Codes.Trust;
using XacThuc.Certificates.PersonalQr;

namespace XacThuc.Certificates.Codes;

/// <summary>What codes are checked against, all of it here and nothing over a network.</summary>
/// <param name="Trust">Whose signatures are believed.</param>
/// <param name="Revoked">What issuers took back.</param>
/// <param name="Rules">What must be met.</param>
public sealed record CheckedAgainst(TrustList Trust, RevocationList Revoked, RuleBook Rules)
{
    /// <summary>Whose signatures of personal QR codes are believed; nobody's where it is not said.</summary>
    public PersonalKeys PersonalKeys { get; init; } = PersonalKeys.None;

    /// <summary>A list of keys alone.</summary>
    public static CheckedAgainst Keys(TrustList trust) => new(trust, RevocationList.Empty, RuleBook.Empty);
}
