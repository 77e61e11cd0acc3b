namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>What a photo's file is, told by its content and by nothing else.</summary>
internal enum PhotoKind
{
    /// <summary>JPEG.</summary>
    Jpeg = 1,

    /// <summary>PNG.</summary>
    Png = 2,

    /// <summary>WebP.</summary>
    WebP = 3,

    /// <summary>HEIC: what phones of Apple and some others keep (ISO/IEC 23008-12 with HEVC).</summary>
    Heic = 4,
}

/// <summary>Tells by its first bytes what a file is. What a browser or a name says of it counts for nothing.</summary>
internal static class PhotoKinds
{
    private const int MostBrands = 32;

    /// <summary>What it is; none where it is nothing that is taken.</summary>
    public static PhotoKind? Find(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return PhotoKind.Jpeg;
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return PhotoKind.Png;
        if (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8)) return PhotoKind.WebP;
        return IsHeic(file) ? PhotoKind.Heic : null;
    }

    // The brands of ISO/IEC 23008-12, annex B: one of HEVC must be among them; AVIF and films have others.
    private static bool IsHeic(ReadOnlySpan<byte> file)
    {
        if (file.Length < 16 || !file[4..].StartsWith("ftyp"u8)) return false;
        var length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(file);
        if (length < 16 || length > Math.Min(file.Length, 16 + 4 * MostBrands)) return false;
        for (var at = 8; at + 4 <= length; at += 4)
        {
            // Between the main brand and the others stands its version.
            if (at == 12) continue;
            var brand = file.Slice(at, 4);
            if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)) return true;
        }

        return false;
    }
}
