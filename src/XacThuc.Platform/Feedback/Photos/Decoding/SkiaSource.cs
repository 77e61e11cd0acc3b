using SkiaSharp;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>JPEG, PNG and WebP.</summary>
internal sealed class SkiaSource : IPhotoSource
{
    // A progressive JPEG is decoded once for each of its scans; cameras write about ten.
    private const int MostScans = 40;

    private static readonly SKColorSpace Colours = SKColorSpace.CreateSrgb();

    private readonly SKData _data;
    private readonly SKCodec _codec;
    private readonly SKSizeI _decoded;
    private readonly bool _isWhole;

    private SkiaSource(SKData data, SKCodec codec, bool isWhole)
    {
        (_data, _codec, _isWhole) = (data, codec, isWhole);
        _decoded = codec.Info.Size;
        for (var eighths = 1; eighths < 8 && Math.Max(_decoded.Width, _decoded.Height) > PhotoReading.LongestKept; eighths++)
        {
            var scaled = codec.GetScaledDimensions(eighths / 8f);
            if (Math.Max(scaled.Width, scaled.Height) < PhotoReading.LongEnough) continue;
            _decoded = scaled;
            break;
        }
    }

    public (int Width, int Height) Size => (_codec.Info.Width, _codec.Info.Height);

    public long PixelsInMemory => _isWhole ? (long)_codec.Info.Width * _codec.Info.Height : (long)_decoded.Width * _decoded.Height;

    public SKEncodedOrigin Origin => _codec.EncodedOrigin;

    /// <summary>Reads the header; none where there is no such.</summary>
    public static SkiaSource? Find(MemoryStream file, PhotoKind kind)
    {
        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        var scans = kind == PhotoKind.Jpeg ? Scans(bytes) : 1;
        if (scans > MostScans) return null;
        var data = SKData.CreateCopy(bytes);
        var codec = SKCodec.Create(data);
        if (codec is null)
        {
            data.Dispose();
            return null;
        }

        return new SkiaSource(data, codec, isWhole: kind == PhotoKind.Png || scans > 1);
    }

    public SKBitmap? Decode()
    {
        var info = new SKImageInfo(_decoded.Width, _decoded.Height, PhotoLook.Pixels, _codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, Colours);
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && _codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }

    public void Dispose()
    {
        _codec.Dispose();
        _data.Dispose();
    }

    // Within the picture a byte 0xFF is followed by zero or a marker, so that this finds scans and no pixels.
    private static int Scans(ReadOnlySpan<byte> jpeg)
    {
        var scans = 0;
        while (jpeg.IndexOf([(byte)0xFF, (byte)0xDA]) is >= 0 and var at)
        {
            scans++;
            jpeg = jpeg[(at + 2)..];
        }

        return scans;
    }
}
