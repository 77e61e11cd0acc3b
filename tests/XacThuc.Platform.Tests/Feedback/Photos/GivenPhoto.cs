using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using SkiaSharp;

namespace XacThuc.Platform.Tests.Feedback.Photos;

/// <summary>Photos of a paper that nobody wrote: lines like words on a sheet on a table, its upper left corner red.</summary>
internal static class GivenPhoto
{
    /// <summary>A picture of a paper.</summary>
    public static SKBitmap Paper(int width, int height, float blur = 0, float light = 1)
    {
        var paper = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(paper);
        byte Lit(int value) => (byte)(value * light);
        canvas.Clear(new SKColor(Lit(150), Lit(120), Lit(95)));
        using var sheet = new SKPaint { Color = new SKColor(Lit(238), Lit(236), Lit(230)) };
        using var ink = new SKPaint { Color = new SKColor(Lit(35), Lit(35), Lit(60)), IsAntialias = true };
        using var red = new SKPaint { Color = new SKColor(Lit(220), Lit(20), Lit(20)) };
        canvas.DrawRect(width * 0.08f, height * 0.06f, width * 0.84f, height * 0.88f, sheet);
        var line = Math.Max(width, height) / 60f;
        var seed = 7;
        for (var y = height * 0.12f; y < height * 0.88f; y += line * 1.6f)
            for (var x = width * 0.14f; x < width * 0.8f; x += line * 0.55f)
            {
                seed = unchecked(seed * 1103515245 + 12345);
                if ((seed >> 16 & 7) == 0) continue;
                canvas.DrawLine(x, y, x + line * 0.3f * (seed >> 20 & 1), y + line * 0.7f, ink);
                canvas.DrawRect(x, y, line * 0.12f, line * 0.7f, ink);
            }

        canvas.DrawRect(0, 0, width * 0.2f, height * 0.2f, red);
        if (blur <= 0) return paper;
        using var soft = new SKPaint { ImageFilter = SKImageFilter.CreateBlur(blur, blur) };
        var blurred = new SKBitmap(paper.Info);
        using (paper)
        using (var over = new SKCanvas(blurred))
        using (var image = SKImage.FromBitmap(paper)) over.DrawImage(image, 0, 0, SKSamplingOptions.Default, soft);
        return blurred;
    }

    /// <summary>The same as a file.</summary>
    public static byte[] File(SKEncodedImageFormat format, int width = 1600, int height = 1200, float blur = 0, float light = 1)
    {
        using var paper = Paper(width, height, blur, light);
        using var data = paper.Encode(format, 85);
        return data.ToArray();
    }

    /// <summary>A JPEG with more in its head: segments after SOI.</summary>
    public static byte[] WithSegments(byte[] jpeg, params (byte Marker, byte[] Content)[] segments) =>
        [.. jpeg[..2], .. segments.SelectMany(segment => Segment(segment.Marker, segment.Content)), .. jpeg[2..]];

    /// <summary>EXIF with an orientation, a place on the globe and words of a maker.</summary>
    public static (byte Marker, byte[] Content) Exif(int orientation, string maker = "Nobody")
    {
        var tiff = new byte[200];
        "MM\0*"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(8), 3);
        Entry(tiff, 10, 0x010F, 2, (uint)maker.Length + 1, 100);
        Entry(tiff, 22, 0x0112, 3, 1, (uint)orientation << 16);
        Entry(tiff, 34, 0x8825, 4, 1, 60);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(60), 1);
        Entry(tiff, 62, 0x0001, 2, 2, (uint)'N' << 24);
        Encoding.ASCII.GetBytes(maker).CopyTo(tiff, 100);
        return (0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    /// <summary>The header of a PNG that says how large it is, and little more.</summary>
    public static byte[] PngSaying(int width, int height, byte[]? pixels = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels ?? [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]), .. Chunk("IEND", [])];
    }

    /// <summary>A JPEG whose header says another size than its pixels have.</summary>
    public static byte[] Saying(byte[] jpeg, int width, int height)
    {
        var said = jpeg.ToArray();
        for (var at = 2; at < said.Length - 9;)
        {
            if (said[at + 1] is 0xC0 or 0xC1 or 0xC2)
            {
                BinaryPrimitives.WriteUInt16BigEndian(said.AsSpan(at + 5), (ushort)height);
                BinaryPrimitives.WriteUInt16BigEndian(said.AsSpan(at + 7), (ushort)width);
                return said;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(said.AsSpan(at + 2));
        }

        throw new InvalidOperationException("No frame.");
    }

    /// <summary>A file of this folder.</summary>
    public static byte[] Fixture(string name)
    {
        using var stream = typeof(GivenPhoto).Assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] said = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[8 + said.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        said.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + said.Length), Crc32.HashToUInt32(said));
        return chunk;
    }

    private static void Entry(byte[] tiff, int at, ushort tag, ushort type, uint count, uint value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), tag);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at + 2), type);
        BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(at + 4), count);
        BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(at + 8), value);
    }
}
