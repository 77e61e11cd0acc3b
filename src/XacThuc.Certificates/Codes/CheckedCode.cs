using System.Text.Json;
using XacThuc.Certificates.Codes.Rules;
using XacThuc.Certificates.Hcert;

namespace XacThuc.Certificates.Codes;

/// <summary>What the text of a code is.</summary>
public enum CodeKind
{
    /// <summary>Something else.</summary>
    Other = 0,

    /// <summary>A certificate in the European format.</summary>
    Hcert,

    /// <summary>A SMART Health Card.</summary>
    SmartHealthCard,

    /// <summary>A citizen card.</summary>
    CitizenCard,

    /// <summary>Probably the notice of a personal id number.</summary>
    IdNotice,

    /// <summary>A health insurance card.</summary>
    InsuranceCard,

    /// <summary>The personal QR code.</summary>
    PersonalQr,
}

/// <summary>A code that was read and checked.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Verdict">What it is worth.</param>
/// <param name="Reasons">Why; none where nothing is to be said.</param>
/// <param name="Payload">What a code says that is no certificate in the European format.</param>
/// <param name="Signing">Who signed it and when, by its own words; none where it is not signed.</param>
public sealed record CheckedCode(CodeKind Kind, Verdict Verdict, IReadOnlyList<CheckReason> Reasons, JsonElement? Payload, CodeSigning? Signing)
{
    /// <summary>What a certificate in the European format says; none of other codes, and none where it cannot be read.</summary>
    public HcertClaims? Claims { get; init; }

    /// <summary>What it says: a certificate as its schema has it, made where it is asked for; a card's fields; none where it cannot be read.</summary>
    public JsonElement? Payload { get => Claims?.Certificate ?? field; init; } = Payload;

    /// <summary>The rules that were asked and are not met, or come to no answer.</summary>
    public IReadOnlyList<RuleOutcome> Unmet { get; init; } = [];

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{Kind}: {Verdict}";
}

/// <summary>What a signed code says of its signing.</summary>
/// <param name="Issuer">Who: a country, or an address.</param>
/// <param name="KeyId">With which key.</param>
/// <param name="Algorithm">How: <c>ES256</c> or <c>PS256</c>.</param>
/// <param name="IssuedAt">When; none where it is not said.</param>
/// <param name="ExpiresAt">Until when it is good; none where it is not said.</param>
public sealed record CodeSigning(string Issuer, string KeyId, string Algorithm, DateTimeOffset? IssuedAt, DateTimeOffset? ExpiresAt);
