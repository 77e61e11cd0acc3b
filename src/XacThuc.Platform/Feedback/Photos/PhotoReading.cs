using XacThuc.Platform.Feedback.Photos.Decoding;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Photos;

/// <summary>A photo as it is kept: a JPEG made here from pixels alone, upright, with nothing else of what was sent.</summary>
/// <param name="Bytes">The JPEG.</param>
/// <param name="Digest">Its SHA-256, hexadecimal.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="IsBlurred">Whether it is likely blurred: to be said, not refused.</param>
/// <param name="IsDark">Whether it is likely too dark: to be said, not refused.</param>
internal sealed record ReadPhoto(byte[] Bytes, string Digest, int Width, int Height, bool IsBlurred, bool IsDark);

/// <summary>Reads a photo that somebody sends: checked by its content, decoded within limits, made anew (decision 0030).</summary>
internal static class PhotoReading
{
    /// <summary>No larger file is taken.</summary>
    public const int Largest = 12 << 20;

    /// <summary>No larger picture is decoded.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>The longer side of what is kept.</summary>
    public const int LongestKept = 2400;

    /// <summary>
    /// Decoded by halves, a JPEG of this many is as good as one of <see cref="LongestKept"/>: half of what most phones take,
    /// at a quarter of the work.
    /// </summary>
    public const int LongEnough = 2000;

    /// <summary>A shorter longer side shows no letters.</summary>
    public const int ShortestTaken = 600;

    // More pixels than this in memory at once only one at a time; HEIC of 12 megapixels stands there twice.
    private const long HeavyPixels = 25_000_000;

    static PhotoReading() => PhotoLibrary.Prepare();

    private static DecodingGate Gate { get; } = new(Environment.ProcessorCount, TimeSpan.FromSeconds(30));

    /// <summary>Reads what somebody sends.</summary>
    public static Task<Result<ReadPhoto>> Of(Stream? content, CancellationToken stop) => Of(content, Gate, stop);

    /// <summary>The same with a gate of its own.</summary>
    internal static async Task<Result<ReadPhoto>> Of(Stream? content, DecodingGate gate, CancellationToken stop)
    {
        if (content is null) return PhotoRefusals.NoFile;
        if (await Read(content, stop) is not { } file) return PhotoRefusals.TooLarge;
        if (file.Length == 0) return PhotoRefusals.NoFile;
        if (PhotoKinds.Find(file) is not { } kind) return PhotoRefusals.NotAPhoto;
        using IPhotoSource? source = kind switch
        {
            PhotoKind.Jpeg or PhotoKind.Png or PhotoKind.WebP => VipsSource.Find(file, kind),
            PhotoKind.Heic => HeicSource.Find(file),
        };
        if (source is null) return PhotoRefusals.Damaged;
        var (width, height) = source.Size;
        if ((long)width * height > MostPixels) return PhotoRefusals.TooManyPixels;
        if (Math.Max(width, height) < ShortestTaken) return PhotoRefusals.TooSmall;

        using var turn = await gate.Enter(source.PixelsInMemory > HeavyPixels, stop);
        if (turn is null) return PhotoRefusals.Busy;
        stop.ThrowIfCancellationRequested();
        return PhotoMaking.Make(source) is { } made ? made : PhotoRefusals.Damaged;
    }

    // Never more than is taken, whatever the sender says of the size.
    private static async Task<byte[]?> Read(Stream content, CancellationToken stop)
    {
        var file = new MemoryStream(content.CanSeek ? (int)Math.Min(content.Length, Largest) : 1 << 20);
        var buffer = new byte[1 << 16];
        while (await content.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (file.Length + read > Largest) return null;
            file.Write(buffer, 0, read);
        }

        return file.GetBuffer().Length == file.Length ? file.GetBuffer() : file.ToArray();
    }
}
