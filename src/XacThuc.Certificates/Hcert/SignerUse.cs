using System.Security.Cryptography.X509Certificates;
using System.Text;
using XacThuc.Certificates.Hcert.Content;

namespace XacThuc.Certificates.Hcert;

/// <summary>
/// What a signer may sign: tests, vaccinations, recoveries; all of them where its certificate says nothing (certificate governance of the EU
/// digital certificate, annex 1: extended key usage, with the numbers of before 2021-05 too).
/// </summary>
public static class SignerUse
{
    private static readonly string[] Roots = ["1.3.6.1.4.1.1847.2021.1.", "1.3.6.1.4.1.0.1847.2021.1."];

    private static readonly (char Number, string Group)[] Groups = [('2', "v"), ('1', "t"), ('3', "r")];

    /// <summary>The groups of a certificate, <c>v</c>, <c>t</c> and <c>r</c>, that a signer may sign; null, which is all, where its certificate says nothing.</summary>
    public static IReadOnlyList<string>? Of(X509Certificate2 signer)
    {
        var uses = UsesOf(signer);
        return uses.Count == 0 ? null : [.. Groups.Where(kind => Allows(uses, kind.Number)).Select(kind => kind.Group)];
    }

    /// <summary>Whether somebody who may sign these groups may sign what is said.</summary>
    public static bool May(IReadOnlyList<string>? uses, HcertClaims claims)
    {
        if (uses is null) return true;
        foreach (var (_, group) in Groups)
            if (Has(claims.Content, group) && !uses.Contains(group, StringComparer.Ordinal)) return false;
        return true;
    }

    private static List<string> UsesOf(X509Certificate2 signer) =>
        [.. signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(extension => extension.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>())
            .Select(use => use.Value ?? "").Where(use => Array.Exists(Roots, root => use.StartsWith(root, StringComparison.Ordinal)))];

    private static bool Allows(List<string> uses, char number) => uses.Exists(use => use[^1] == number && use[^2] == '.');

    private static bool Has(CborValue certificate, string group) => certificate.TryGet(Encoding.UTF8.GetBytes(group), out var entries) && entries.Kind == CborKind.List && entries.Count() > 0;
}
