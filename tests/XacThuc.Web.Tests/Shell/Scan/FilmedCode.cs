using QRCoder;

namespace XacThuc.Web.Tests.Shell.Scan;

/// <summary>A video of a QR code held before a camera, in the one form that Chromium takes for its camera.</summary>
internal static class FilmedCode
{
    private const int Width = 640, Height = 480, Pixel = 6, Frames = 2;

    public static void Write(string path, string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var light = Enumerable.Repeat((byte)150, Width * Height).ToArray();
        var matrix = code.ModuleMatrix;
        var (left, top) = ((Width - matrix.Count * Pixel) / 2, (Height - matrix.Count * Pixel) / 2);
        for (var y = 0; y < matrix.Count * Pixel; y++)
            for (var x = 0; x < matrix.Count * Pixel; x++)
                light[(top + y) * Width + left + x] = matrix[y / Pixel][x / Pixel] ? (byte)40 : (byte)220;

        // YUV4MPEG2: a line of text, then for each frame a line and the planes of light and, by quarters, of colour.
        using var file = File.Create(path);
        file.Write("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n"u8);
        var grey = Enumerable.Repeat((byte)128, Width * Height / 2).ToArray();
        for (var frame = 0; frame < Frames; frame++)
        {
            file.Write("FRAME\n"u8);
            file.Write(light);
            file.Write(grey);
        }
    }
}
