using System.Globalization;
using QRCoder;

namespace XacThuc.Web.Documents;

/// <summary>A QR code as shapes: sharp at any size, in pages and PDF alike.</summary>
/// <param name="Size">Modules a side, with the quiet margin.</param>
/// <param name="Runs">Dark modules that lie side by side.</param>
public sealed record QrPicture(int Size, IReadOnlyList<(int X, int Y, int Length)> Runs)
{
    /// <summary>The shapes as SVG draws them.</summary>
    public string Path => string.Concat(Runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"M{run.X} {run.Y}h{run.Length}v1h-{run.Length}z")));

    /// <summary>The code of a text.</summary>
    public static QrPicture Of(string text) => Of(text, QRCodeGenerator.ECCLevel.M);

    /// <summary>The code of a certificate, which is folded and worn: a quarter of it may be gone (eHealth Network, volume 3, 4.1).</summary>
    public static QrPicture OfProof(string text) => Of(text, QRCodeGenerator.ECCLevel.Q);

    private static QrPicture Of(string text, QRCodeGenerator.ECCLevel level)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, level);
        var rows = code.ModuleMatrix;
        var runs = new List<(int, int, int)>();
        for (var y = 0; y < rows.Count; y++)
        {
            for (int x = 0, end; x < rows.Count; x = end)
            {
                for (end = x + 1; end < rows.Count && rows[y][end] == rows[y][x];) end++;
                if (rows[y][x]) runs.Add((x, y, end - x));
            }
        }

        return new QrPicture(rows.Count, runs);
    }
}
