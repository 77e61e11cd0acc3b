using System.Runtime.InteropServices;
using ImageMagick;
using ImageMagick.Configuration;
using SkiaSharp;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>
/// HEIC, which Skia does not read. ImageMagick is here for this one format: it is named, never guessed, and a policy shuts
/// every other reader, writer and helper of it for the whole process.
/// </summary>
internal sealed class HeicSource : IPhotoSource
{
    private const string Policy = """
        <policymap>
          <policy domain="delegate" rights="none" pattern="*" />
          <policy domain="filter" rights="none" pattern="*" />
          <policy domain="path" rights="none" pattern="@*" />
          <policy domain="coder" rights="none" pattern="*" />
          <policy domain="coder" rights="read" pattern="HEIC" />
        </policymap>
        """;

    private static readonly MagickReadSettings OnlyHeic = new() { Format = MagickFormat.Heic };

    private readonly MemoryStream _file;

    static HeicSource()
    {
        var files = ConfigurationFiles.Default;
        files.Policy.Data = Policy;
        MagickNET.Initialize(files);
        ResourceLimits.Width = ResourceLimits.Height = 1 << 15;
        ResourceLimits.ListLength = 16;
        ResourceLimits.Thread = 1;
        ResourceLimits.Disk = 0;
        ResourceLimits.Memory = 512UL << 20;
        ResourceLimits.Area = ResourceLimits.Memory;
    }

    private HeicSource(MemoryStream file, int width, int height) => (_file, Size) = (file, (width, height));

    public (int Width, int Height) Size { get; }

    public long PixelsInMemory => (long)Size.Width * Size.Height * 2;

    /// <summary>It is turned while it is decoded: how it stands is a property of the picture itself, not of EXIF.</summary>
    public SKEncodedOrigin Origin => SKEncodedOrigin.TopLeft;

    /// <summary>Reads the header; none where there is no such.</summary>
    public static HeicSource? Find(MemoryStream file)
    {
        try
        {
            using var header = new MagickImage();
            header.Ping(file.GetBuffer(), 0, (uint)file.Length, OnlyHeic);
            return new HeicSource(file, checked((int)header.Width), checked((int)header.Height));
        }
        catch (MagickException)
        {
            return null;
        }
    }

    public SKBitmap? Decode()
    {
        try
        {
            using var image = new MagickImage();
            image.Read(_file.GetBuffer(), 0, (uint)_file.Length, OnlyHeic);
            if ((image.Width, image.Height) != ((uint)Size.Width, (uint)Size.Height)) return null;
            using var pixels = image.GetPixelsUnsafe();
            return pixels.ToByteArray(PixelMapping.RGBA) is { } bytes ? BitmapOf(bytes, image) : null;
        }
        catch (MagickException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        // Everything of it lives only while it is decoded.
    }

    private static SKBitmap? BitmapOf(byte[] bytes, MagickImage image)
    {
        using var colours = image.GetColorProfile() is { } profile ? SKColorSpace.CreateIcc(profile.ToByteArray()) : null;
        var info = new SKImageInfo((int)image.Width, (int)image.Height, SKColorType.Rgba8888, image.HasAlpha ? SKAlphaType.Unpremul : SKAlphaType.Opaque, colours);
        var held = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        var bitmap = new SKBitmap();
        if (bitmap.InstallPixels(info, held.AddrOfPinnedObject(), info.RowBytes, (_, _) => held.Free())) return bitmap;
        bitmap.Dispose();
        return null;
    }
}
