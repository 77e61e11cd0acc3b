using System.Security.Cryptography;
using XacThuc.Exchange.Signing;
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
        WholeFile.WriteSecretIfMissing(path, () => RandomNumberGenerator.GetBytes(Length));
        var secret = File.ReadAllBytes(path);
        return secret.Length == Length ? secret : throw new InvalidDataException($"{Name} is damaged: put it back from the backup of the house's folder.");
    }
}
