using System.Security.Cryptography;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.CheckPoints.Protection;

/// <summary>
/// The secret that covers people at check points: a file of the house's folder, which the house's account alone can read, so that a copy of the
/// database tells nobody's name (decision 0038). Made where there is none.
/// </summary>
internal static class CoverKey
{
    private const string Name = "check-points.key";
    private const int Length = 32;

    /// <summary>The secret.</summary>
    /// <exception cref="InvalidDataException">The file is damaged: with another secret nobody of the last weeks could be found again.</exception>
    public static byte[] Read(HouseSettings house)
    {
        var path = Path.Combine(house.Folder, Name);
        if (!File.Exists(path)) Create(path);
        var secret = File.ReadAllBytes(path);
        return secret.Length == Length ? secret : throw new InvalidDataException($"{Name} is damaged: put it back from the backup of the house's folder.");
    }

    // It appears whole or not at all; of two houses that start at once the first one's stays.
    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var part = $"{path}.{Guid.NewGuid():N}.part";
        using (var file = new FileStream(part, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);
        }
    }
}
