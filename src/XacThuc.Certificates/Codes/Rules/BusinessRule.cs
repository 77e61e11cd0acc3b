using System.Globalization;
using System.Text.Json;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Rules;

namespace XacThuc.Certificates.Codes.Rules;

/// <summary>A rule of a country (EU DCC validation rules 1.01): which certificates it accepts, or which of its own are good no more.</summary>
/// <param name="Id">Its name: <c>VR-VN-0001</c>.</param>
/// <param name="Version">Of several that hold at a time the highest counts.</param>
/// <param name="IsOfIssuer">Whether it is the issuer's, about its own certificates; otherwise of the country where the certificate is shown.</param>
/// <param name="Country">Whose it is.</param>
/// <param name="Group">About which certificates: <c>v</c>, <c>t</c>, <c>r</c>, or empty for all.</param>
/// <param name="From">From when it holds.</param>
/// <param name="To">Until when.</param>
/// <param name="Logic">What must come to true.</param>
/// <param name="Descriptions">What it says, by language.</param>
public sealed record BusinessRule(
    string Id, Version Version, bool IsOfIssuer, string Country, string Group, DateTimeOffset From, DateTimeOffset To, LogicExpression Logic, IReadOnlyDictionary<string, string> Descriptions)
{
    /// <summary>Reads one as countries publish it; none where a part is missing or in another form.</summary>
    internal static BusinessRule? Find(JsonElement json)
    {
        if (json.FindText("Identifier") is not { Length: > 0 } id || !json.TryGetProperty(nameof(Logic), out var logic) || json.FindText(nameof(Country)) is not { } country) return null;
        var group = json.FindText("CertificateType") switch
        {
            "Vaccination" => "v",
            "Test" => "t",
            "Recovery" => "r",
            "General" => "",
            _ => null,
        };
        if (group is null || Moment(json, "ValidFrom") is not { } from || Moment(json, "ValidTo") is not { } to) return null;
        var version = System.Version.TryParse(json.FindText(nameof(Version)), out var read) ? read : new Version(0, 0);
        return new BusinessRule(id, version, json.FindText("Type") is "Invalidation", country, group, from, to, LogicExpression.Read(logic), DescriptionsOf(json));
    }

    private static Dictionary<string, string> DescriptionsOf(JsonElement json)
    {
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!json.TryGetProperty("Description", out var all) || all.ValueKind != JsonValueKind.Array) return descriptions;
        foreach (var one in all.EnumerateArray())
            if (one.ValueKind == JsonValueKind.Object && one.FindText("lang") is { } language && one.FindText("desc") is { } said) descriptions[language] = said;
        return descriptions;
    }

    private static DateTimeOffset? Moment(JsonElement json, string name) =>
        DateTimeOffset.TryParse(json.FindText(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
