using System.Text.Json;
using XacThuc.Certificates.Hcert;
using XacThuc.Certificates.Rules;

namespace XacThuc.Certificates.Codes.Rules;

/// <summary>What a rule says of a certificate.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsMet">Whether it is met; none where it comes to no answer.</param>
public sealed record RuleOutcome(BusinessRule Rule, bool? IsMet);

/// <summary>Business rules and the value sets that they ask, for one country in which certificates are shown.</summary>
public sealed class RuleBook
{
    private static readonly LogicForm Data = new("payload", "external");
    private static readonly LogicForm External = new("validationClock", "valueSets", "countryCode", "exp", "iat", "issuerCountryCode", "kid");

    private readonly IReadOnlyList<BusinessRule> _rules;
    private readonly LogicValue _valueSets;
    private readonly string _country;

    private RuleBook(IReadOnlyList<BusinessRule> rules, LogicValue valueSets, string country) => (_rules, _valueSets, _country) = (rules, valueSets, country);

    /// <summary>No rules.</summary>
    public static RuleBook Empty { get; } = new([], LogicValue.Null, "");

    /// <summary>How many rules.</summary>
    public int Count => _rules.Count;

    /// <summary>
    /// Makes one of what is published: rules alone or in lists, value sets with their id; whatever is neither is passed over.
    /// </summary>
    /// <param name="published">The files' content.</param>
    /// <param name="country">Where certificates are shown, ISO 3166-1: its rules of acceptance are asked.</param>
    public static RuleBook Of(IEnumerable<JsonElement> published, string country)
    {
        var (rules, sets) = (new List<BusinessRule>(), new Dictionary<string, string[]>(StringComparer.Ordinal));
        foreach (var part in published) Read(part, rules, sets);
        var names = sets.Keys.ToArray();
        return new RuleBook(rules, new LogicForm(names).Of([.. names.Select(name => LogicValue.List([.. sets[name].Select(code => (LogicValue)code)]))]), country);
    }

    /// <summary>What the rules that hold at a moment say of a certificate.</summary>
    public IReadOnlyList<RuleOutcome> Ask(HcertMessage message, DateTimeOffset at)
    {
        if (_rules.Count == 0) return [];
        var claims = message.Claims;
        var holding = _rules.Where(rule => rule.From <= at && at <= rule.To && (rule.IsOfIssuer ? claims.Issuer : _country).Equals(rule.Country, StringComparison.Ordinal)
            && (rule.Group.Length == 0 || claims.Certificate.TryGetProperty(rule.Group, out _)));
        var data = Data.Of(LogicValue.Of(claims.Certificate), External.Of(
            Moments.Iso(at), _valueSets, _country, claims.ExpiresAt is { } end ? Moments.Iso(end) : null, claims.IssuedAt is { } issued ? Moments.Iso(issued) : null, claims.Issuer, Convert.ToBase64String(message.KeyId.Span)));
        return [.. holding.GroupBy(rule => rule.Id, StringComparer.Ordinal).Select(versions => versions.MaxBy(rule => rule.Version)!).Select(rule => Outcome(rule, data))];
    }

    private static RuleOutcome Outcome(BusinessRule rule, LogicValue data) => new(rule, rule.Logic.Evaluate(data) is { Fault: null } result && result.Value.Kind == LogicKind.Boolean ? result.Value.IsTrue : null);

    private static void Read(JsonElement part, List<BusinessRule> rules, Dictionary<string, string[]> sets)
    {
        if (part.ValueKind == JsonValueKind.Array) foreach (var item in part.EnumerateArray()) Read(item, rules, sets);
        if (part.ValueKind != JsonValueKind.Object) return;
        if (BusinessRule.Find(part) is { } rule) rules.Add(rule);
        else if (part.TryGetProperty("valueSetId", out var id) && id.ValueKind == JsonValueKind.String && part.TryGetProperty("valueSetValues", out var values) && values.ValueKind == JsonValueKind.Object)
            sets[id.GetString()!] = [.. values.EnumerateObject().Select(value => value.Name)];
    }
}
