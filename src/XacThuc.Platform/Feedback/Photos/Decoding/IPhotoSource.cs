using SkiaSharp;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>A photo whose header is read and whose pixels are not.</summary>
internal interface IPhotoSource : IDisposable
{
    /// <summary>Pixels across and down, as its header says.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>How many pixels stand in memory while it is decoded.</summary>
    long PixelsInMemory { get; }

    /// <summary>How it must be turned to stand upright.</summary>
    SKEncodedOrigin Origin { get; }

    /// <summary>Its pixels, perhaps fewer than the header says but at least as many as are kept; none where it is damaged.</summary>
    SKBitmap? Decode();
}
