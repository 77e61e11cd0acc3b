using NetVips;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>JPEG, PNG and WebP.</summary>
internal sealed class VipsSource : IPhotoSource
{
    // A progressive JPEG is decoded once for each of its scans; cameras write about ten.
    private const int MostScans = 40;

    private readonly Image _header;
    private readonly byte[] _file;
    private readonly bool _isJpeg;
    private readonly bool _isWhole;
    private readonly int _shrink;

    private VipsSource(byte[] file, Image header, bool isJpeg, bool isWhole)
    {
        (_file, _header, _isJpeg, _isWhole) = (file, header, isJpeg, isWhole);
        var longer = Math.Max(header.Width, header.Height);
        _shrink = !isJpeg || longer <= PhotoReading.LongestKept ? 1 : Array.Find([8, 4, 2, 1], shrink => longer / shrink >= PhotoReading.LongEnough);
    }

    public (int Width, int Height) Size => (_header.Width, _header.Height);

    public long PixelsInMemory => (long)Size.Width * Size.Height / (_isWhole ? 1 : _shrink * _shrink);

    /// <summary>Reads the header; none where there is no such.</summary>
    public static VipsSource? Find(byte[] file, PhotoKind kind)
    {
        var scans = kind == PhotoKind.Jpeg ? Scans(file) : 1;
        if (scans > MostScans) return null;
        try
        {
            var header = kind switch
            {
                PhotoKind.Png => Image.PngloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
                PhotoKind.WebP => Image.WebploadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
                _ => Jpeg(file, shrink: 1),
            };
            return new VipsSource(file, header, kind == PhotoKind.Jpeg, isWhole: kind == PhotoKind.Png || scans > 1);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    public Image? Open() => _isJpeg ? Jpeg(_file, _shrink) : _header.Copy();

    public void Dispose() => _header.Dispose();

    private static Image Jpeg(byte[] file, int shrink) => Image.JpegloadBuffer(file, shrink: shrink, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);

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
