using System.Diagnostics;
using System.Security.Cryptography;
using NetVips;
using SkiaSharp;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Feedback.Photos.Decoding;
using Xunit;

namespace XacThuc.Platform.Tests.Feedback.Photos;

public sealed class PhotoReadingTests
{
    static PhotoReadingTests() => PhotoLibrary.Prepare();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_photo_becomes_a_jpeg_that_looks_the_same(SKEncodedImageFormat format)
    {
        var read = await Read(GivenPhoto.File(format));

        Assert.Equal((1600, 1200), (read.Width, read.Height));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(read.Bytes)), read.Digest);
        using var kept = SKBitmap.Decode(read.Bytes);
        AssertRed(kept.GetPixel(100, 100));
        Assert.False(read.IsBlurred);
        Assert.False(read.IsDark);
    }

    [Theory]
    [InlineData(4000, 3000)]
    [InlineData(3000, 4000)]
    [InlineData(5000, 700)]
    [InlineData(2402, 1800)]
    public async Task A_larger_one_is_made_smaller_in_the_same_shape(int width, int height)
    {
        foreach (var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp])
        {
            var read = await Read(GivenPhoto.File(format, width, height));

            Assert.InRange(Math.Max(read.Width, read.Height), 2000, 2400);
            Assert.Equal(width / (double)height, read.Width / (double)read.Height, 0.02);
        }
    }

    [Theory]
    [InlineData(2400, 1800)]
    [InlineData(1999, 1200)]
    [InlineData(600, 20)]
    public async Task A_smaller_one_stays_as_large_as_it_is(int width, int height)
    {
        foreach (var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp])
        {
            var read = await Read(GivenPhoto.File(format, width, height));

            Assert.Equal((width, height), (read.Width, read.Height));
        }
    }

    // Where the red corner of the stored picture stands once it is upright (EXIF 2.32, 4.6.4 A).
    [Theory]
    [InlineData(1, false, 0.1, 0.1)]
    [InlineData(2, false, 0.9, 0.1)]
    [InlineData(3, false, 0.9, 0.9)]
    [InlineData(4, false, 0.1, 0.9)]
    [InlineData(5, true, 0.1, 0.1)]
    [InlineData(6, true, 0.9, 0.1)]
    [InlineData(7, true, 0.9, 0.9)]
    [InlineData(8, true, 0.1, 0.9)]
    public async Task It_stands_upright_as_the_phone_said(int orientation, bool isTurned, double x, double y)
    {
        var photo = GivenPhoto.WithSegments(GivenPhoto.File(SKEncodedImageFormat.Jpeg, 4000, 3000), GivenPhoto.Exif(orientation));

        var read = await Read(photo);

        Assert.Equal(isTurned ? (1500, 2000) : (2000, 1500), (read.Width, read.Height));
        using var kept = SKBitmap.Decode(read.Bytes);
        AssertRed(kept.GetPixel((int)(kept.Width * x), (int)(kept.Height * y)));
    }

    [Theory]
    [InlineData("paper.heic", 640, 480, 0.1, 0.1)]
    [InlineData("paper-turned.heic", 480, 640, 0.9, 0.1)]
    public async Task Heic_of_a_phone_is_read_and_stands_upright(string name, int width, int height, double x, double y)
    {
        var read = await Read(GivenPhoto.Fixture(name));

        Assert.Equal((width, height), (read.Width, read.Height));
        using var kept = SKBitmap.Decode(read.Bytes);
        AssertRed(kept.GetPixel((int)(width * x), (int)(height * y)));
    }

    [Theory]
    [InlineData(Enums.Interpretation.Srgb, "p3")]
    [InlineData(Enums.Interpretation.Cmyk, "cmyk")]
    [InlineData(Enums.Interpretation.Cmyk, "none")]
    public async Task Colours_stay_whatever_way_a_camera_writes_them(Enums.Interpretation written, string profile)
    {
        using var photo = Image.JpegloadBuffer(GivenPhoto.File(SKEncodedImageFormat.Jpeg));
        using var other = written == Enums.Interpretation.Cmyk || profile == "none" ? photo.Colourspace(written) : photo.IccTransform(profile, embedded: false, inputProfile: "srgb");

        var read = await Read(other.JpegsaveBuffer(q: 92, keep: profile == "none" ? Enums.ForeignKeep.None : Enums.ForeignKeep.Icc));

        using var kept = SKBitmap.Decode(read.Bytes);
        AssertRed(kept.GetPixel(100, 100));
    }

    [Fact]
    public async Task A_grey_one_stays_grey()
    {
        using var photo = Image.JpegloadBuffer(GivenPhoto.File(SKEncodedImageFormat.Jpeg));
        using var grey = photo.Colourspace(Enums.Interpretation.Bw);

        var read = await Read(grey.JpegsaveBuffer(q: 92));

        using var kept = SKBitmap.Decode(read.Bytes);
        Assert.True(kept.GetPixel(800, 600) is var colour && colour.Red == colour.Green && colour.Green == colour.Blue, colour.ToString());
        Assert.False(read.IsBlurred);
    }

    [Fact]
    public async Task A_transparent_picture_lies_on_white()
    {
        using var clear = new SKBitmap(new SKImageInfo(800, 600, SKColorType.Rgba8888, SKAlphaType.Premul));
        clear.Erase(SKColors.Transparent);

        var read = await Read(clear.Encode(SKEncodedImageFormat.Png, 100).ToArray());

        using var kept = SKBitmap.Decode(read.Bytes);
        Assert.Equal(SKColors.White, kept.GetPixel(400, 300));
    }

    [Theory]
    [InlineData(1600, 1200)]
    [InlineData(4000, 3000)]
    [InlineData(1200, 1600)]
    public async Task A_blurred_and_a_dark_one_are_told_and_kept(int width, int height)
    {
        var unit = Math.Max(width, height) / 2400f;

        Assert.False((await Read(GivenPhoto.File(SKEncodedImageFormat.Jpeg, width, height))).IsBlurred);
        Assert.False((await Read(GivenPhoto.File(SKEncodedImageFormat.Jpeg, width, height, blur: 1.5f * unit))).IsBlurred);
        Assert.True((await Read(GivenPhoto.File(SKEncodedImageFormat.Jpeg, width, height, blur: 10 * unit))).IsBlurred);
        Assert.True((await Read(GivenPhoto.File(SKEncodedImageFormat.Jpeg, width, height, light: 0.15f))).IsDark);
        Assert.False((await Read(GivenPhoto.File(SKEncodedImageFormat.Jpeg, width, height, light: 0.6f))).IsDark);
    }

    [Fact]
    public async Task The_same_photo_has_the_same_digest()
    {
        var photo = GivenPhoto.File(SKEncodedImageFormat.Jpeg);

        Assert.Equal((await Read(photo)).Digest, (await Read([.. photo, 1, 2, 3])).Digest);
    }

    private static async Task<ReadPhoto> Read(byte[] file)
    {
        var result = await PhotoReading.Of(new MemoryStream(file), TestContext.Current.CancellationToken);
        return result.Match(read => read, refusal => throw new UnreachableException(refusal.Code));
    }

    private static void AssertRed(SKColor colour) =>
        Assert.True(colour is { Red: > 190, Green: < 60, Blue: < 60 }, colour.ToString());
}
