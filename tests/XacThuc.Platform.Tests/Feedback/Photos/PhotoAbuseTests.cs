using System.IO.Compression;
using System.Text;
using CsCheck;
using SkiaSharp;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Feedback.Photos.Decoding;
using Xunit;

namespace XacThuc.Platform.Tests.Feedback.Photos;

public sealed class PhotoAbuseTests
{
    private const string Script = "<script>alert(document.cookie)</script>";

    private static readonly byte[] Photo = GivenPhoto.File(SKEncodedImageFormat.Jpeg, 800, 600);

    [Fact]
    public async Task What_phones_and_people_hide_in_a_photo_is_gone()
    {
        var photo = GivenPhoto.WithSegments(
            Photo,
            GivenPhoto.Exif(1, Script),
            (0xE1, Encoding.ASCII.GetBytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><GPSLatitude>16,3.0N</GPSLatitude></x:xmpmeta>")),
            (0xE2, Encoding.ASCII.GetBytes("ICC_PROFILE\0\x01\x01secret")),
            (0xED, Encoding.ASCII.GetBytes("Photoshop 3.0\08BIM")),
            (0xFE, Encoding.ASCII.GetBytes(Script)));

        var read = await Read([.. photo, .. Zip("evil.html", Script), .. Encoding.ASCII.GetBytes($"<html>{Script}</html>")]);

        AssertPixelsAlone(read.Bytes);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Whatever_stands_behind_a_picture_is_gone(SKEncodedImageFormat format)
    {
        var read = await Read([.. GivenPhoto.File(format, 800, 600), .. Zip("evil.js", Script)]);

        AssertPixelsAlone(read.Bytes);
    }

    [Fact]
    public async Task A_heic_loses_what_stands_in_it_too() => AssertPixelsAlone((await Read([.. GivenPhoto.Fixture("paper.heic"), .. Zip("evil.js", Script)])).Bytes);

    public static TheoryData<string, byte[]> OtherFiles => new()
    {
        { "pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj"u8.ToArray() },
        { "svg", Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\">{Script}</svg>") },
        { "html", Encoding.UTF8.GetBytes($"<!DOCTYPE html><html>{Script}</html>") },
        { "gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0] },
        { "gifar", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, .. Zip("Evil.class", "cafe")] },
        { "exe", [.. "MZ"u8, .. new byte[200]] },
        { "elf", [0x7F, .. "ELF"u8, .. new byte[200]] },
        { "zip", Zip("a.jpg", "not") },
        { "tiff", [.. "II*\0"u8, .. new byte[200]] },
        { "bmp", [.. "BM"u8, .. new byte[200]] },
        { "mvg", "push graphic-context\nimage Over 0,0 0,0 'https://example.com/'\npop graphic-context"u8.ToArray() },
        { "msl", "<?xml version=\"1.0\"?><image><read filename=\"/etc/passwd\"/></image>"u8.ToArray() },
        { "eps", "%!PS-Adobe-3.0 EPSF-3.0\n(id) run"u8.ToArray() },
        { "avif", [0, 0, 0, 0x1C, .. "ftypavif\0\0\0\0mif1avifmiaf"u8, .. new byte[100]] },
        { "film", [0, 0, 0, 0x18, .. "ftypisom\0\0\0\0isommp42"u8, .. new byte[100]] },
        { "text", "hello"u8.ToArray() },
        { "one byte", [0xFF] },
        { "riff", [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEfmt "u8] },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public async Task Nothing_but_a_photo_is_taken(string what, byte[] file) => Assert.True(await Refused(file) == "photo.kind", what);

    [Theory]
    [InlineData(20000, 10000)]
    [InlineData(65000, 65000)]
    [InlineData(10000, 5001)]
    public async Task A_jpeg_of_more_than_fifty_megapixels_is_refused_by_its_header(int width, int height) =>
        Assert.Equal("photo.too_many_pixels", await Refused(GivenPhoto.Saying(Photo, width, height)));

    [Fact]
    public async Task A_bomb_is_refused_before_it_bursts()
    {
        var (zeros, before) = (Zeros(300_000_000), GC.GetTotalAllocatedBytes());

        Assert.Equal("photo.too_many_pixels", await Refused(GivenPhoto.PngSaying(10000, 10000, zeros)));
        Assert.Equal("photo.too_many_pixels", await Refused(GivenPhoto.PngSaying(100_000, 100_000)));
        Assert.Equal("photo.damaged", await Refused(GivenPhoto.PngSaying(int.MaxValue, int.MaxValue)));

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 30_000_000);
    }

    [Fact]
    public async Task A_jpeg_that_wants_to_be_decoded_a_thousand_times_is_refused()
    {
        var scan = Photo.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        byte[] again = [.. Photo[..^2], .. Enumerable.Repeat(Photo[scan..(scan + 14)], 1000).SelectMany(bytes => bytes), 0xFF, 0xD9];

        Assert.Equal("photo.damaged", await Refused(again));
    }

    [Fact]
    public async Task One_that_shows_no_letters_is_refused_as_too_small()
    {
        Assert.Equal("photo.too_small", await Refused(GivenPhoto.File(SKEncodedImageFormat.Jpeg, 599, 400)));
        Assert.Equal("photo.too_small", await Refused(GivenPhoto.File(SKEncodedImageFormat.Png, 1, 1)));
    }

    [Fact]
    public async Task None_and_an_empty_one_and_one_too_large_are_refused()
    {
        Assert.Equal("photo.no_file", (await PhotoReading.Of(null, Stop)).Refusal?.Code);
        Assert.Equal("photo.no_file", await Refused([]));
        Assert.Equal("photo.too_large", await Refused([.. Photo, .. new byte[PhotoReading.Largest]]));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public async Task A_photo_that_ends_too_early_is_refused(double part)
    {
        byte[][] photos =
        [
            Photo, GivenPhoto.File(SKEncodedImageFormat.Png, 800, 600), GivenPhoto.File(SKEncodedImageFormat.Webp, 800, 600), GivenPhoto.Fixture("paper.heic"),
        ];

        foreach (var photo in photos) Assert.Equal("photo.damaged", await Refused(photo[..(int)(photo.Length * part)]));
    }

    [Fact]
    public async Task Whatever_is_changed_in_a_photo_it_is_read_or_refused()
    {
        byte[][] photos =
        [
            GivenPhoto.WithSegments(Photo, GivenPhoto.Exif(6)), GivenPhoto.File(SKEncodedImageFormat.Png, 700, 500),
            GivenPhoto.File(SKEncodedImageFormat.Webp, 700, 500), GivenPhoto.Fixture("paper.heic"),
        ];
        var changes = Gen.Select(Gen.Int[0, photos.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 12], Gen.Bool);

        await changes.SampleAsync(async (which, bytes, inHead) =>
        {
            var file = photos[which].ToArray();
            foreach (var (at, value) in bytes) file[(int)(at * Math.Min(file.Length - 1, inHead ? 400 : int.MaxValue))] = value;
            var result = await PhotoReading.Of(new MemoryStream(file), CancellationToken.None);
            result.Match(
                read =>
                {
                    AssertPixelsAlone(read.Bytes);
                    return true;
                },
                refusal => refusal.Code.StartsWith("photo.", StringComparison.Ordinal) ? true : throw new InvalidOperationException(refusal.Code));
        }, iter: 400, threads: 2);
    }

    [Fact]
    public async Task Only_so_many_are_decoded_at_a_time_and_only_one_that_is_heavy()
    {
        using var gate = new DecodingGate(3, TimeSpan.FromSeconds(20));
        int now = 0, heavyNow = 0, most = 0, mostHeavy = 0;

        await Task.WhenAll(Enumerable.Range(0, 60).Select(async nth =>
        {
            var isHeavy = nth % 4 == 0;
            using var turn = await gate.Enter(isHeavy, Stop);
            Assert.NotNull(turn);
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            if (isHeavy) InterlockedMax(ref mostHeavy, Interlocked.Increment(ref heavyNow));
            await Task.Delay(3, Stop);
            if (isHeavy) Interlocked.Decrement(ref heavyNow);
            Interlocked.Decrement(ref now);
        }));

        Assert.Equal((3, 1), (most, mostHeavy));
    }

    [Fact]
    public async Task Whoever_waits_too_long_for_a_turn_is_told_to_come_again()
    {
        using var gate = new DecodingGate(1, TimeSpan.FromMilliseconds(50));
        using (await gate.Enter(true, Stop))
        {
            Assert.Null(await gate.Enter(true, Stop));
            Assert.Equal("photo.busy", (await PhotoReading.Of(new MemoryStream(Photo), gate, Stop)).Refusal?.Code);
        }

        Assert.Null((await PhotoReading.Of(new MemoryStream(Photo), gate, Stop)).Refusal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<ReadPhoto> Read(byte[] file) =>
        (await PhotoReading.Of(new MemoryStream(file), Stop)).Match(read => read, refusal => throw new InvalidOperationException(refusal.Code));

    private static async Task<string?> Refused(byte[] file) => (await PhotoReading.Of(new MemoryStream(file), Stop)).Refusal?.Code;

    // SOI, JFIF, tables, one frame, one scan, EOI, and not a byte behind it (ITU-T T.81, annex B).
    private static void AssertPixelsAlone(byte[] jpeg)
    {
        var at = 2;
        while (jpeg[at + 1] != 0xDA)
        {
            Assert.Equal(0xFF, jpeg[at]);
            Assert.Contains(jpeg[at + 1], (byte[])[0xE0, 0xDB, 0xC0, 0xC4]);
            at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3];
        }

        Assert.Equal(jpeg.Length - 2, jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xD9]));
        foreach (var hidden in (string[])["script", "Exif", "GPS", "xmp", "ICC", "html", "PK\x03\x04", "secret"])
            Assert.Equal(-1, jpeg.AsSpan().IndexOf(Encoding.ASCII.GetBytes(hidden)));
    }

    private static byte[] Zip(string name, string content)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open()) entry.Write(Encoding.UTF8.GetBytes(content));
        return memory.ToArray();
    }

    private static byte[] Zeros(int length)
    {
        using var memory = new MemoryStream();
        using (var deflate = new ZLibStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (var left = length; left > 0; left -= block.Length) deflate.Write(block, 0, Math.Min(left, block.Length));
        }

        return memory.ToArray();
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value && Interlocked.CompareExchange(ref most, value, seen) != seen;) seen = Volatile.Read(ref most);
    }
}
