using System.Security.Cryptography;
using NetVips;

namespace XacThuc.Platform.Feedback.Photos.Decoding;

/// <summary>Makes the JPEG that is kept from pixels: upright, of the size kept, in sRGB, without anything else.</summary>
internal static class PhotoMaking
{
    private const int Quality = 82;

    private static readonly double[] White = [255, 255, 255];

    /// <summary>Makes it; none where it is damaged.</summary>
    public static ReadPhoto? Make(IPhotoSource source)
    {
        try
        {
            using var opened = source.Open();
            if (opened is null) return null;
            using var upright = Upright(opened);
            var bytes = upright.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
            var (isBlurred, isDark) = PhotoLook.Of(upright);
            return new ReadPhoto(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), upright.Width, upright.Height, isBlurred, isDark);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    // Pixels in memory: a picture is read once, however often they are looked at.
    private static Image Upright(Image opened)
    {
        using var fitted = opened.ThumbnailImage(PhotoReading.LongestKept, PhotoReading.LongestKept, size: Enums.Size.Down);
        using var colours = InSrgb(fitted);

        // What is transparent lies on paper, not on black.
        using var opaque = colours.HasAlpha() ? colours.Flatten(background: White) : colours.Copy();
        return opaque.CopyMemory();
    }

    // Phones say in a profile which red their red is; where it cannot be read, it is the one of sRGB.
    private static Image InSrgb(Image fitted)
    {
        if (!fitted.Contains("icc-profile-data")) return fitted.Colourspace(Enums.Interpretation.Srgb);
        using var transformed = fitted.IccTransform("srgb", embedded: true, inputProfile: fitted.Interpretation == Enums.Interpretation.Cmyk ? "cmyk" : "srgb");
        return transformed.Colourspace(Enums.Interpretation.Srgb);
    }
}
