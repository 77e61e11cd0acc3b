using System.Security.Cryptography;

namespace XacThuc.Exchange.Signing;

/// <summary>
/// The key files of a house, in <c>border</c> below its folder: <c>active.json</c> signs, <c>next.json</c> will sign after
/// the next rotation and is known to the partner already, <c>previous.json</c> has signed what may still be under way;
/// <c>public.json</c> is given to the partner, who keeps it as <c>partner.json</c>.
/// </summary>
public static class BorderKeys
{
    /// <summary>Makes the house's own keys where there are none.</summary>
    public static void CreateIfMissing(string folder)
    {
        var files = new KeyFolder(folder);
        Directory.CreateDirectory(files.Path);
        if (!File.Exists(files.Active)) KeyFile.WritePrivate(files.Active, KeyFile.NewKey());
        if (!File.Exists(files.Next)) KeyFile.WritePrivate(files.Next, KeyFile.NewKey());
        if (!File.Exists(files.Public)) Publish(files);
    }

    /// <summary>Makes both houses' keys and lets them know each other. For samples and tests: real houses meet in person.</summary>
    public static void CreateForSample(string folderA, string folderB)
    {
        CreateIfMissing(folderA);
        CreateIfMissing(folderB);
        Trust(folderA, PublicFile(folderB));
        Trust(folderB, PublicFile(folderA));
    }

    /// <summary>
    /// Makes the next key the active one, and a new next one. Nothing stops: the partner knows the next key since the last
    /// exchange of public files. Give it the new public file before the next rotation.
    /// </summary>
    public static void Rotate(string folder)
    {
        var files = new KeyFolder(folder);
        var (active, next, coming) = (KeyFile.ReadPrivate(files.Active), KeyFile.ReadPrivate(files.Next), KeyFile.NewKey());

        // In an order in which a crash at any point leaves an active key that the partner knows.
        KeyFile.WritePrivate(files.Previous, active);
        KeyFile.WritePrivate(files.Active, next);
        KeyFile.WritePrivate(files.Next, coming);
        Publish(files);
    }

    /// <summary>The file to give to the partner.</summary>
    public static string PublicFile(string folder) => new KeyFolder(folder).Public;

    /// <summary>Believes the keys of a partner's public file from now on; a running house notices within a second.</summary>
    /// <exception cref="FormatException">The file has no key for ES256.</exception>
    /// <exception cref="System.Text.Json.JsonException">The file is not a set of keys (RFC 7517).</exception>
    public static void Trust(string folder, string partnerPublicFile)
    {
        var files = new KeyFolder(folder);
        Directory.CreateDirectory(files.Path);
        var keys = KeyFile.ReadPublic(partnerPublicFile);
        if (keys.Length == 0) throw new FormatException("The set has no key for ES256.");
        KeyFile.WritePublic(files.Partner, keys);
    }

    private static void Publish(KeyFolder files)
    {
        var own = (string[])[files.Previous, files.Active, files.Next];
        KeyFile.WritePublic(files.Public, own.Where(File.Exists).Select(KeyFile.ReadPrivate).DistinctBy(Identity, StringComparer.Ordinal));
    }

    private static string Identity(ECParameters key) => new BorderKey(key).Id;
}

/// <summary>Where the key files stand.</summary>
internal readonly record struct KeyFolder(string House)
{
    public string Path => System.IO.Path.Combine(House, "border");

    public string Active => System.IO.Path.Combine(Path, "active.json");

    public string Next => System.IO.Path.Combine(Path, "next.json");

    public string Previous => System.IO.Path.Combine(Path, "previous.json");

    public string Public => System.IO.Path.Combine(Path, "public.json");

    public string Partner => System.IO.Path.Combine(Path, "partner.json");
}
