using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using QRCoder;
using SkiaSharp;
using XacThuc.Certificates.Hcert.Writing;

namespace XacThuc.Cli.Tests.VerifyQr;

/// <summary>Certificates of a signer of our own, and the ways in which people hand them over.</summary>
internal static class GivenCodes
{
    public static readonly DateTimeOffset Issued = new(2021, 12, 20, 1, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Signer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("C=VN, CN=DSC", key, HashAlgorithmName.SHA256).CreateSelfSigned(Issued.AddDays(-1), Issued.AddYears(2));
    }

    public static string Text(X509Certificate2 own)
    {
        using var signer = new HcertSigner(own);
        return HcertWriter.Write(
            new Dcc(DccName.OfVietnamese("Lý Thị Mẩy"), "1956-02-11", new DccEntry.Vaccination(
        new DccIssued("840539006", "VN", "Ban Co Yeu", "URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF"), "1119349007", "EU/1/20/1528", "ORG-100030215", 2, 2, new DateOnly(2021, 9, 18))),
            "VN", Issued, Issued.AddYears(1), signer);
    }

    public static SKBitmap Drawn(string text, int pixelsOfAModule = 4)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var modules = code.ModuleMatrix;
        var drawn = new SKBitmap(new SKImageInfo(modules.Count * pixelsOfAModule, modules.Count * pixelsOfAModule, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.White);
        Draw(canvas, text, pixelsOfAModule);
        return drawn;
    }

    /// <summary>As a file: <c>png</c>, <c>jpg</c> turned by hand, <c>tilted</c> seen from the side, <c>pdf</c> with a picture, <c>shapes</c> a PDF of filled squares.</summary>
    public static byte[] File(string text, string form)
    {
        using var drawn = Drawn(text);
        switch (form)
        {
            case "png":
                return drawn.Encode(SKEncodedImageFormat.Png, 100).ToArray();
            case "jpg" or "tilted":
                using (var photo = Photographed(drawn, form == "tilted" ? 0.2f : 0)) return photo.Encode(SKEncodedImageFormat.Jpeg, 70).ToArray();
            default:
                using (var file = new MemoryStream())
                {
                    using (var pdf = SKDocument.CreatePdf(file))
                    {
                        var page = pdf.BeginPage(595, 842);
                        page.Translate(100, 100);
                        if (form == "pdf")
                        {
                            using var image = SKImage.FromBitmap(drawn);
                            page.DrawImage(image, new SKRect(0, 0, 200, 200), SKSamplingOptions.Default);
                        }
                        else
                        {
                            Draw(page, text, 2);
                        }

                        pdf.EndPage();
                        pdf.Close();
                    }

                    return file.ToArray();
                }
        }
    }

    private static void Draw(SKCanvas canvas, string text, float side)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        using var ink = new SKPaint { Color = SKColors.Black };
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
                if (code.ModuleMatrix[y][x]) canvas.DrawRect(x * side, y * side, side, side, ink);
    }

    // On a table, a little turned and not quite straight.
    private static SKBitmap Photographed(SKBitmap drawn, float tilt)
    {
        var photo = new SKBitmap(new SKImageInfo(drawn.Width * 2, drawn.Height * 2, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(photo);
        using var image = SKImage.FromBitmap(drawn);
        canvas.Clear(new SKColor(120, 100, 90));
        canvas.Translate(drawn.Width, drawn.Height);
        canvas.Concat(new SKMatrix(1, 0, 0, 0, 1, 0, tilt / drawn.Width, -tilt / drawn.Height, 1));
        canvas.RotateDegrees(12);
        canvas.Translate(-drawn.Width, -drawn.Height);
        canvas.DrawRect(drawn.Width * 0.4f, drawn.Height * 0.4f, drawn.Width * 1.2f, drawn.Height * 1.2f, new SKPaint { Color = SKColors.White });
        canvas.DrawImage(image, new SKRect(drawn.Width * 0.5f, drawn.Height * 0.5f, drawn.Width * 1.5f, drawn.Height * 1.45f), new SKSamplingOptions(SKFilterMode.Linear));
        return photo;
    }
}
