using ImageMagick;
using ImageMagick.Configuration;
using NetVips;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>
/// HEIC, which libvips does not read as it comes. ImageMagick is here for this one format: it is named, never guessed, and a policy shuts
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

    private readonly byte[] _file;

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

    private HeicSource(byte[] file, int width, int height) => (_file, Size) = (file, (width, height));

    public (int Width, int Height) Size { get; }

    public long PixelsInMemory => (long)Size.Width * Size.Height * 2;

    /// <summary>Reads the header; none where there is no such.</summary>
    public static HeicSource? Find(byte[] file)
    {
        try
        {
            using var header = new MagickImage();
            header.Ping(file, OnlyHeic);
            return new HeicSource(file, checked((int)header.Width), checked((int)header.Height));
        }
        catch (MagickException)
        {
            return null;
        }
    }

    /// <summary>It is turned while it is decoded: how it stands is a property of the picture itself, not of EXIF.</summary>
    public Image? Open()
    {
        try
        {
            using var image = new MagickImage();
            image.Read(_file, OnlyHeic);
            if ((image.Width, image.Height) != ((uint)Size.Width, (uint)Size.Height)) return null;
            using var pixels = image.GetPixelsUnsafe();
            return pixels.ToByteArray(PixelMapping.RGBA) is { } bytes ? ImageOf(bytes, image) : null;
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

    private static Image ImageOf(byte[] bytes, MagickImage image)
    {
        var pixels = Image.NewFromMemory(bytes, (int)image.Width, (int)image.Height, 4, Enums.BandFormat.Uchar);
        using (pixels)
            return pixels.Mutate(made =>
            {
                made.Set(GValue.GEnumType, "interpretation", Enums.Interpretation.Srgb);
                if (image.GetColorProfile() is { } profile) made.Set(GValue.BlobType, "icc-profile-data", profile.ToByteArray());
            });
    }
}
