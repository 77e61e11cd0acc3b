using Microsoft.AspNetCore.Http;
using XacThuc.Platform.Records.Import;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Signed;

/// <summary>What is brought for a document: its signature, or the scan of minutes.</summary>
internal static class BroughtPapers
{
    /// <summary>No signature is longer.</summary>
    public const int LongestSignature = 200_000;

    /// <summary>The bytes of a signature file.</summary>
    public static async Task<Result<byte[]>> ReadSignature(IFormFile? file, CancellationToken stop)
    {
        if (file is null || file.Length > LongestSignature) return SignedRefusals.NoFile;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    /// <summary>Whether a file's name is that of a scan.</summary>
    public static bool IsScan(string name) => Path.GetExtension(BroughtTable.NameOf(name)).ToUpperInvariant() is ".PDF" or ".JPG" or ".JPEG" or ".PNG";
}
