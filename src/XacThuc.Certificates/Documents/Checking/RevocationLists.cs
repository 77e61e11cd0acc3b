using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Matching.Texts;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>Certificate revocation lists that somebody fetched from the issuers. Immutable.</summary>
public sealed class RevocationLists
{
    private static readonly string[] Endings = [".crl", ".pem"];
    private readonly List<RevocationList> _lists;

    private RevocationLists(List<RevocationList> lists) => _lists = lists;

    /// <summary>No lists: revocation is not known.</summary>
    public static RevocationLists None { get; } = new([]);

    /// <summary>
    /// Reads the <c>.crl</c> and <c>.pem</c> files of a folder, one list each. Refused with a sentence where one is no list:
    /// a damaged one might be the one that counts.
    /// </summary>
    public static bool TryOpen(string folder, [NotNullWhen(true)] out RevocationLists? lists, out Bilingual refusal)
    {
        lists = null;
        refusal = default;
        var read = new List<RevocationList>();
        var file = folder;
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder).Where(IsList).Order(StringComparer.Ordinal))
            {
                file = path;
                read.Add(RevocationList.Read(File.ReadAllBytes(path)));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            refusal = new(
                $"{file}: không đọc được, hoặc không phải danh sách thu hồi (CRL). Tải lại danh sách từ nơi cấp.",
                $"{file}: not readable, or no revocation list (CRL). Fetch it from the issuer again.");
            return false;
        }

        lists = new RevocationLists(read);
        return true;
    }

    /// <summary>The lists that are truly this issuer's.</summary>
    internal IEnumerable<RevocationList> Of(X509Certificate2 issuer) => _lists.Where(list => list.IsOf(issuer));

    private static bool IsList(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
