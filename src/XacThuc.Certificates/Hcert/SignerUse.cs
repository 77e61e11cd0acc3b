using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace XacThuc.Certificates.Hcert;

/// <summary>
/// What a signer may sign: tests, vaccinations, recoveries; all of them where its certificate says nothing (certificate governance of the EU
/// digital certificate, annex 1: extended key usage, with the numbers of before 2021-05 too).
/// </summary>
public static class SignerUse
{
    private static readonly string[] Roots = ["1.3.6.1.4.1.1847.2021.1.", "1.3.6.1.4.1.0.1847.2021.1."];

    /// <summary>Whether a signer may sign a certificate.</summary>
    public static bool May(X509Certificate2 signer, JsonElement certificate)
    {
        var uses = signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(extension => extension.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>())
            .Select(use => use.Value ?? "").Where(use => Array.Exists(Roots, root => use.StartsWith(root, StringComparison.Ordinal))).ToList();
        return uses.Count == 0 || Kinds(certificate).All(kind => uses.Exists(use => use[^1] == kind && use[^2] == '.'));
    }

    private static IEnumerable<char> Kinds(JsonElement certificate)
    {
        if (Has(certificate, "t")) yield return '1';
        if (Has(certificate, "v")) yield return '2';
        if (Has(certificate, "r")) yield return '3';
    }

    private static bool Has(JsonElement certificate, string entry) =>
        certificate.TryGetProperty(entry, out var entries) && entries.ValueKind == JsonValueKind.Array && entries.GetArrayLength() > 0;
}
