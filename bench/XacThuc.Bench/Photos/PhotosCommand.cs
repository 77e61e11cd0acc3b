using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SkiaSharp;
using XacThuc.Bench.Measuring;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Photos;

/// <summary>
/// Photos of a report read, made anew and covered, as many at a time as there are cores, beside Magick.NET doing the same.
/// Each program is a process of its own: in a house ImageMagick may read HEIC and nothing else.
/// </summary>
internal static class PhotosCommand
{
    private const int Width = 4032, Height = 3024;

    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "Photos of each program.", DefaultValueFactory = _ => 60 };
        var program = new Option<string?>("--as") { Description = "One program alone, on a file: what the others are started by.", Hidden = true };
        var file = new Option<string?>("--file") { Hidden = true };
        var command = new Command("photos", "Photos a second: checked, made anew as JPEG, covered.") { count, program, file };
        command.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(program) is { } name) await One(name, parsed.GetValue(file)!, parsed.GetValue(count), stop);
            else All(parsed.GetValue(count));
            return 0;
        });
        return command;
    }

    private static void All(int count)
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-photos-").FullName;
        try
        {
            Jpeg(folder, "as phones take it", GrainyPaper.File(SKEncodedImageFormat.Jpeg, Width, Height), count);
            Jpeg(folder, "as browsers send it", GrainyPaper.AsSent(), count);
            var heic = Path.Combine(folder, "paper.heic");
            if (Heic(folder, heic)) Contest($"HEIC {Width} x {Height}, {new FileInfo(heic).Length >> 10:N0} KiB", heic, Math.Max(8, count / 4), ["ours", "magick"]);
            else Console.Error.WriteLine("HEIC is not measured: heif-enc (libheif-examples) is not here.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Jpeg(string folder, string which, byte[] photo, int count)
    {
        var jpeg = Path.Combine(folder, "paper.jpg");
        File.WriteAllBytes(jpeg, photo);
        Contest($"JPEG {which}, {photo.Length >> 10:N0} KiB", jpeg, count, ["ours", "magick", "magick-hint"]);
    }

    private static void Contest(string what, string file, int count, string[] programs)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{what}; {count} photos, {Environment.ProcessorCount} at a time\n"));
        Console.WriteLine("| program | photos a second | CPU ms a photo | peak MiB | bytes kept | times ours |\n|---|---|---|---|---|---|");
        var ours = 0d;
        foreach (var program in programs)
        {
            var measured = ChildProcess.Run(Environment.ProcessPath!, "photos", "--as", program, "--file", file, "--count", count.ToString(CultureInfo.InvariantCulture));
            if (measured.ExitCode != 0) throw new Refused($"{program}: {measured.Said}");
            var told = measured.Said.Split('\n')[^1].Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
            var rate = count / told[0];
            if (ours == 0) ours = rate;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Names[program]} | {rate:0.0} | {told[1] * 1000 / count:0} | {told[3]:0} | {told[2]:0} | {ours / rate:0.00} |"));
        }
    }

    private static Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal)
    {
        ["ours"] = "xacthuc",
        ["magick"] = "Magick.NET, as a user writes it",
        ["magick-hint"] = "Magick.NET, told the size while it decodes",
    };

    private static async Task One(string program, string file, int count, CancellationToken stop)
    {
        var bytes = await File.ReadAllBytesAsync(file, stop);
        var reader = new PhotoPrograms();
        var kept = await reader.Read(program, bytes, stop);
        using var self = Process.GetCurrentProcess();
        self.Refresh();
        var (cpu, watch) = (self.TotalProcessorTime, Stopwatch.StartNew());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop },
            async (_, stopping) => await reader.Read(program, bytes, stopping));
        var wall = watch.Elapsed.TotalSeconds;
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wall:0.0000} {(self.TotalProcessorTime - cpu).TotalSeconds:0.0000} {kept} {self.PeakWorkingSet64 >> 20}"));
    }

    private static bool Heic(string folder, string heic)
    {
        var png = Path.Combine(folder, "paper.png");
        File.WriteAllBytes(png, GrainyPaper.File(SKEncodedImageFormat.Png, Width, Height));
        try
        {
            return ChildProcess.Run("heif-enc", "-q", "60", png, "-o", heic).ExitCode == 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
