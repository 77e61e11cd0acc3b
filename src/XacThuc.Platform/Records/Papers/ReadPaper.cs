using System.Security.Cryptography;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Papers;

/// <summary>A paper's file as it came, looked at before it is kept.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Kind">What it is, by its first bytes.</param>
/// <param name="Digest">SHA-256, hexadecimal.</param>
internal sealed record ReadPaper(byte[] Bytes, PaperKind Kind, string Digest)
{
    /// <summary>No larger file is kept.</summary>
    public const int Largest = 5 << 20;

    /// <summary>Reads what somebody sends.</summary>
    public static async Task<Result<ReadPaper>> Of(Stream? content, CancellationToken stop)
    {
        if (content is null) return PaperRefusals.NoFile;
        if (await Read(content, stop) is not { } bytes) return PaperRefusals.TooLarge;
        if (bytes.Length == 0) return PaperRefusals.NoFile;
        if (PaperKinds.Find(bytes) is not { } kind) return PaperRefusals.NotAPaper;
        return new ReadPaper(bytes, kind, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    // Never more than is kept, whatever the sender says of the size.
    private static async Task<byte[]?> Read(Stream content, CancellationToken stop)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await content.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (bytes.Length + read > Largest) return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
