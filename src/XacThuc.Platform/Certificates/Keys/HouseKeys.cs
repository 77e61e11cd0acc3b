using System.Security.Cryptography;
using System.Text;
using XacThuc.Exchange.Signing;

namespace XacThuc.Platform.Certificates.Keys;

/// <summary>
/// The house's keys by their use, in <c>signing</c> below its folder, which the house's account alone can read: <c>bundles.pem</c> signs,
/// <c>bundles.next.pem</c> signs after the next rotation and is known to verifiers already, <c>bundles.previous.pem</c> signed what is
/// still under way. Made where there are none.
/// </summary>
/// <param name="folder">The house's folder.</param>
public sealed class HouseKeys(string folder)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<KeyUse, (DateTime Written, HouseKey[] Keys)> _read = [];

    private string Folder => Path.Combine(folder, "signing");

    /// <summary>The key that signs now.</summary>
    public HouseKey Active(KeyUse use) => Known(use)[0];

    /// <summary>The keys by which signatures are checked, the active one first.</summary>
    public IReadOnlyList<HouseKey> Known(KeyUse use)
    {
        lock (_gate)
        {
            var active = FileOf(use, "");
            CreateIfMissing(use);
            var written = File.GetLastWriteTimeUtc(active);
            if (_read.TryGetValue(use, out var known) && known.Written == written) return known.Keys;
            HouseKey[] keys = [.. ((string[])[active, FileOf(use, ".next"), FileOf(use, ".previous")]).Where(File.Exists).Select(Read).DistinctBy(key => key.Id, StringComparer.Ordinal)];
            _read[use] = (written, keys);
            return keys;
        }
    }

    /// <summary>Makes the next key the active one and a new next one. A running house notices; verifiers know the key since its last bundle.</summary>
    public void Rotate(KeyUse use)
    {
        lock (_gate)
        {
            CreateIfMissing(use);
            var (active, next) = (File.ReadAllText(FileOf(use, "")), File.ReadAllText(FileOf(use, ".next")));

            // In an order in which a crash at any point leaves an active key that verifiers know.
            Write(FileOf(use, ".previous"), active);
            Write(FileOf(use, ""), next);
            Write(FileOf(use, ".next"), NewKey());
            _read.Remove(use);
        }
    }

    private void CreateIfMissing(KeyUse use)
    {
        if (File.Exists(FileOf(use, ""))) return;
        Directory.CreateDirectory(Folder);
        Write(FileOf(use, ".next"), NewKey());
        Write(FileOf(use, ""), NewKey());
    }

    private string FileOf(KeyUse use, string which) => Path.Combine(Folder, (use switch { KeyUse.Bundles => "bundles", KeyUse.PersonalCodes => "personal-codes" }) + which + ".pem");

    private static HouseKey Read(string path)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new HouseKey(key.ExportParameters(includePrivateParameters: true));
    }

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static void Write(string path, string pem) => WholeFile.WriteSecret(path, Encoding.ASCII.GetBytes(pem));
}
