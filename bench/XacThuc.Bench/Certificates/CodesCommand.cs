using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SkiaSharp;
using XacThuc.Bench.Measuring;
using XacThuc.Cli.VerifyQr.Pictures;
using ZXing;
using ZXing.Common;

namespace XacThuc.Bench.Certificates;

/// <summary>
/// Pictures of certificates' codes as people hand them over, and how many of them are read: by us, and by ZXing.Net as a user calls it.
/// </summary>
internal static class CodesCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 100, Description = "Pictures of each kind" };
        var keep = new Option<string?>("--keep") { Description = "A folder for the pictures that we do not read" };
        var command = new Command("codes", "Codes read in pictures: printed, photographed, tilted, blurred, dim") { count, keep };
        command.SetAction(parsed => Run(parsed.GetValue(count), parsed.GetValue(keep)));
        return command;
    }

    private static void Run(int count, string? keep)
    {
        Console.WriteLine(MachineFacts.Now());
        Console.WriteLine($"\n| {count} pictures each | read by us | ms | read by ZXing.Net | ms | times |\n|---|---|---|---|---|---|");
        foreach (var kind in Enum.GetValues<PictureKind>())
        {
            var (ours, theirs) = ((Read: 0, Time: TimeSpan.Zero), (Read: 0, Time: TimeSpan.Zero));
            for (var nth = 0; nth < count; nth++)
            {
                var (text, picture) = GivenPictures.Of(kind, nth);
                var start = Stopwatch.GetTimestamp();
                var isRead = PictureCodes.Of(picture).Contains(text, StringComparer.Ordinal);
                ours = (ours.Read + (isRead ? 1 : 0), ours.Time + Stopwatch.GetElapsedTime(start));
                start = Stopwatch.GetTimestamp();
                theirs = (theirs.Read + (text.Equals(Plain(picture), StringComparison.Ordinal) ? 1 : 0), theirs.Time + Stopwatch.GetElapsedTime(start));
                if (!isRead && keep is not null) File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(keep).FullName, $"{kind}-{nth}.jpg"), picture);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {kind.ToString().ToLowerInvariant()} | {100.0 * ours.Read / count:0.0} % | {ours.Time.TotalMilliseconds / count:0} | {100.0 * theirs.Read / count:0.0} % | {theirs.Time.TotalMilliseconds / count:0} | {(double)ours.Read / Math.Max(1, theirs.Read):0.00} |"));
        }
    }

    private static string? Plain(byte[] picture)
    {
        using var bitmap = SKBitmap.Decode(picture);
        using var bgra = bitmap.Copy(SKColorType.Bgra8888);
        var reader = new BarcodeReaderGeneric { AutoRotate = true, Options = new DecodingOptions { TryHarder = true, PossibleFormats = [BarcodeFormat.QR_CODE] } };
        return reader.Decode(new RGBLuminanceSource(bgra.Bytes, bgra.Width, bgra.Height, RGBLuminanceSource.BitmapFormat.BGRA32))?.Text;
    }
}
