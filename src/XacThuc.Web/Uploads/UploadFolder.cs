using System.Globalization;
using System.Security.Cryptography;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Uploads;

/// <summary>Where files that people and programs bring are kept: in the house's folder, under names of our making.</summary>
public static class UploadFolder
{
    /// <summary>No larger file is taken, in bytes: ten million people and more.</summary>
    public const long Largest = 2L << 30;

    private const int Buffer = 1 << 16;

    /// <summary>Keeps what comes in, whole or not at all.</summary>
    public static async Task<Result<KeptUpload>> Keep(HouseSettings settings, Stream from, CancellationToken stop)
    {
        var stored = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture);
        var path = PathOf(settings, stored);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var isWhole = false;
        try
        {
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous);
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, size) = (new byte[Buffer], 0L);
            while (await from.ReadAsync(buffer, stop) is > 0 and var read)
            {
                if ((size += read) > Largest) return UploadRefusals.TooLarge;
                digest.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), stop);
            }

            if (size == 0) return UploadRefusals.Empty;
            to.Flush(flushToDisk: true);
            isWhole = true;
            return new KeptUpload(stored, size, Convert.ToHexStringLower(digest.GetHashAndReset()));
        }
        catch (Exception failed) when (IsFull(failed))
        {
            return UploadRefusals.NoRoom;
        }
        finally
        {
            if (!isWhole) File.Delete(path);
        }
    }

    /// <summary>Takes a kept file away.</summary>
    public static void Forget(HouseSettings settings, string stored) => File.Delete(PathOf(settings, stored));

    /// <summary>Where a kept file stands.</summary>
    public static string PathOf(HouseSettings settings, string stored) => Path.Combine(settings.Folder, "uploads", stored);

    // .NET makes an argument out of range of EFBIG, which says that the file may not grow.
    private static bool IsFull(Exception failed) =>
        failed is ArgumentOutOfRangeException || Shell.Problems.Outage.IsFull(failed);
}

/// <summary>A kept file.</summary>
/// <param name="Stored">Its name in the house's folder.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256 of its bytes, lower-case hexadecimal: the same file has the same.</param>
public sealed record KeptUpload(string Stored, long Size, string Digest);
