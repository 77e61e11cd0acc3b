using QRCoder;
using SkiaSharp;
using XacThuc.Certificates.Hcert;

namespace XacThuc.Bench.Certificates;

/// <summary>How a code comes.</summary>
internal enum PictureKind
{
    /// <summary>The file itself, or a screenshot.</summary>
    Screen,

    /// <summary>Printed and scanned: grain, a little crooked.</summary>
    Printed,

    /// <summary>Photographed on a table: turned, in uneven light.</summary>
    Photographed,

    /// <summary>Seen a little from the side: the far edge up to a fifth shorter.</summary>
    Tilted,

    /// <summary>Seen from the side: the far edge up to two fifths shorter.</summary>
    Steep,

    /// <summary>Out of focus.</summary>
    Blurred,

    /// <summary>In the dark.</summary>
    Dim,

    /// <summary>Small in a large picture.</summary>
    Far,
}

/// <summary>Draws them, the same each time; certificates are of random bytes as long as real ones.</summary>
internal static class GivenPictures
{
    /// <summary>The text of a code and its picture, a JPEG of a phone's camera.</summary>
    public static (string Text, byte[] Jpeg) Of(PictureKind kind, int nth)
    {
        var dice = new Random((nth * 31) + (int)kind);
        var bytes = new byte[330 + dice.Next(60)];
        dice.NextBytes(bytes);
        var text = HcertEnvelope.Prefix + Base45.Encode(bytes);
        return (text, Of(kind, text, dice));
    }

    /// <summary>The picture of a text.</summary>
    public static byte[] Of(PictureKind kind, string text, Random dice)
    {
        using var code = Drawn(text);
        using var scene = kind == PictureKind.Screen ? code.Copy() : Scene(kind, code, dice);
        return scene.Encode(SKEncodedImageFormat.Jpeg, kind == PictureKind.Screen ? 90 : 70).ToArray();
    }

    // Eight pixels a module, with the margin that the standard asks.
    private static SKBitmap Drawn(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var modules = data.ModuleMatrix;
        var drawn = new SKBitmap(new SKImageInfo(modules.Count * 8, modules.Count * 8, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(drawn);
        using var ink = new SKPaint { Color = SKColors.Black };
        canvas.Clear(SKColors.White);
        for (var y = 0; y < modules.Count; y++)
            for (var x = 0; x < modules.Count; x++)
                if (modules[y][x]) canvas.DrawRect(x * 8, y * 8, 8, 8, ink);
        return drawn;
    }

    private static SKBitmap Scene(PictureKind kind, SKBitmap code, Random dice)
    {
        var (width, height) = (1600, 1200);
        var side = kind switch
        {
            PictureKind.Far => 420f,
            PictureKind.Blurred or PictureKind.Dim => 700f,
            _ => 800f + dice.Next(150),
        };
        var scene = new SKBitmap(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(scene);
        using var image = SKImage.FromBitmap(code);
        using var soft = new SKPaint { ImageFilter = kind == PictureKind.Blurred ? SKImageFilter.CreateBlur(1.6f, 1.6f) : kind == PictureKind.Printed ? null : SKImageFilter.CreateBlur(0.7f, 0.7f) };
        canvas.Clear(kind == PictureKind.Printed ? new SKColor(247, 246, 242) : new SKColor(126, 104, 88));
        canvas.Save();
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(kind switch { PictureKind.Printed => (dice.NextSingle() * 4) - 2, PictureKind.Photographed => dice.NextSingle() * 360, _ => (dice.NextSingle() * 30) - 15 });
        var tilt = kind switch { PictureKind.Tilted => 0.00025f, PictureKind.Steep => 0.00055f, _ => 0 };
        canvas.Concat(new SKMatrix(1, 0, 0, 0, 1, 0, ((dice.NextSingle() * 2) - 1) * tilt, ((dice.NextSingle() * 2) - 1) * tilt, 1));
        canvas.DrawImage(image, new SKRect(-side / 2, -side / 2, side / 2, side / 2), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), soft);
        canvas.Restore();
        Light(canvas, kind, width, height, dice);
        canvas.Flush();
        Grain(scene, kind == PictureKind.Dim ? 22 : 10, (uint)dice.Next());
        return scene;
    }

    private static void Light(SKCanvas canvas, PictureKind kind, int width, int height, Random dice)
    {
        if (kind == PictureKind.Printed) return;
        var (bright, dark) = kind == PictureKind.Dim ? ((byte)70, (byte)35) : ((byte)255, (byte)(110 + dice.Next(60)));
        using var shade = SKShader.CreateLinearGradient(
            new SKPoint(0, 0), new SKPoint(width, height), [new SKColor(bright, bright, bright), new SKColor(dark, dark, dark)], SKShaderTileMode.Clamp);
        using var over = new SKPaint { Shader = shade, BlendMode = SKBlendMode.Multiply };
        canvas.DrawRect(0, 0, width, height, over);
    }

    private static void Grain(SKBitmap scene, int strength, uint seed)
    {
        var pixels = scene.GetPixelSpan();
        for (var at = 0; at < pixels.Length; at++)
        {
            seed = unchecked((seed * 1664525) + 1013904223);
            if ((at & 3) != 3) pixels[at] = (byte)Math.Clamp(pixels[at] + ((int)(seed >> 16) % ((2 * strength) + 1)) - strength, 0, 255);
        }
    }
}
