using System.Security.Cryptography;
using ImageMagick;
using Microsoft.AspNetCore.DataProtection;
using XacThuc.Bench.Running;
using XacThuc.Platform.Feedback.Photos;

namespace XacThuc.Bench.Photos;

/// <summary>The house's own way with a photo, and the same by Magick.NET; both cover what they make.</summary>
internal sealed class PhotoPrograms
{
    private const int Kept = 2400, Look = 1000, Quality = 82;

    private readonly PhotoVault _vault = new(new EphemeralDataProtectionProvider());

    /// <summary>Reads a photo; bytes of the JPEG that is kept.</summary>
    public async Task<int> Read(string program, byte[] file, CancellationToken stop)
    {
        var made = program switch
        {
            "ours" => (await PhotoReading.Of(new MemoryStream(file), stop)).Match(read => read.Bytes, refusal => throw new Refused(refusal.Sentence.ToString())),
            "magick" => Magick(file, isTold: false),
            "magick-hint" => Magick(file, isTold: true),
            _ => throw new Refused($"No program {program}."),
        };
        _ = _vault.Cover(1, Convert.ToHexStringLower(SHA256.HashData(made)), made);
        return made.Length;
    }

    private static byte[] Magick(byte[] file, bool isTold)
    {
        var settings = new MagickReadSettings();
        if (isTold) settings.SetDefine("jpeg:size", $"{Kept}x{Kept}");
        using var image = new MagickImage(file, settings);
        image.AutoOrient();
        if (image.Width > Kept || image.Height > Kept) image.Resize(new MagickGeometry(Kept, Kept));
        image.Strip();
        using (var grey = image.Clone())
        {
            grey.Resize(new MagickGeometry(Look, Look));
            grey.Grayscale(PixelIntensityMethod.Rec709Luma);
            _ = grey.Statistics();
            grey.Convolve(new ConvolveMatrix(3, 0, 1, 0, 1, -4, 1, 0, 1, 0));
            _ = grey.Statistics();
        }

        image.Quality = Quality;
        return image.ToByteArray(MagickFormat.Jpeg);
    }
}
