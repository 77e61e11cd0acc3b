using System.Numerics;
using CsCheck;
using XacThuc.Cli.VerifyQr.Pictures;
using Xunit;
using Plane = XacThuc.Cli.VerifyQr.Pictures.Plane;

namespace XacThuc.Cli.Tests.VerifyQr;

/// <summary>Codes seen from the side: where they lie, and what is none.</summary>
public sealed class FlatCodesTests
{
    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "18")]
    [InlineData(7, "22 38")]
    [InlineData(14, "26 46 66")]
    [InlineData(16, "26 50 74")]
    [InlineData(22, "26 50 74 98")]
    [InlineData(32, "34 60 86 112 138")]
    [InlineData(40, "30 58 86 114 142 170")]
    public void Small_squares_lie_where_the_standard_sets_them(int version, string places) =>
        Assert.Equal(places, string.Join(' ', CodeShape.Alignments(17 + (4 * version)).Where(point => point.X > 7).Select(point => (int)point.X).Distinct().Order()));

    [Fact]
    public void A_plane_is_found_again_from_where_its_points_are_seen()
    {
        Gen.Select(Gen.Float[-0.004f, 0.004f], Gen.Float[-0.004f, 0.004f], Gen.Float[-3, 3], Gen.Float[3, 9]).Sample((right, down, turn, scale) =>
        {
            Vector2 Seen(Vector2 flat) => Vector2.Transform(flat * scale, Matrix3x2.CreateRotation(turn)) / (1 + (right * flat.X) + (down * flat.Y));
            var corners = Enumerable.Range(0, 3).SelectMany(place => CodeShape.Finder(place, 85)).Select(flat => (flat, Seen(flat)));

            var plane = Plane.Through(corners)!;

            Assert.InRange(Vector2.Distance(Seen(new Vector2(85, 85)), plane.At(85, 85)), 0, 0.5f);
        });
    }

    [Fact]
    public void Points_in_a_line_are_no_plane() => Assert.Null(Plane.Through(Enumerable.Range(0, 8).Select(i => (new Vector2(i, i), new Vector2(i, i)))));

    [Theory]
    [InlineData("tiles")]
    [InlineData("boxes")]
    [InlineData("noise")]
    [InlineData("white")]
    public void Where_no_code_is_nothing_is_laid_flat(string kind)
    {
        var dice = new Random(20261127);
        var points = new byte[800 * 600];
        for (var y = 0; y < 600; y++)
            for (var x = 0; x < 800; x++)
                points[(y * 800) + x] = kind switch
                {
                    "tiles" => (byte)(((x / 12) + (y / 12)) % 2 * 255),
                    "boxes" => Math.Max(Math.Abs((x % 200) - 100), Math.Abs((y % 200) - 100)) / 10 is < 3 or 5 or 6 ? (byte)0 : (byte)255,
                    "noise" => (byte)dice.Next(256),
                    _ => 255,
                };

        Assert.Empty(FlatCodes.In(new Shade(points, 800, 800, 600)));
    }
}
