using NetVips;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>A photo whose header is read and whose pixels are not.</summary>
internal interface IPhotoSource : IDisposable
{
    /// <summary>Pixels across and down, as its header says.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>How many pixels stand in memory while it is decoded.</summary>
    long PixelsInMemory { get; }

    /// <summary>
    /// Its pixels and how they are turned, perhaps fewer than the header says but at least as many as are kept; they are read
    /// when they are used. None where it is damaged.
    /// </summary>
    /// <exception cref="VipsException">It is damaged.</exception>
    Image? Open();
}
