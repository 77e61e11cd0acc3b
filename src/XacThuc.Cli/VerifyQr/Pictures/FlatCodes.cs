using ZXing.Common;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>Codes seen from the side, laid flat module by module. What is outside of the picture is left to the code's own correction.</summary>
internal static class FlatCodes
{
    private const int Most = 3;

    /// <summary>What may be codes, the likeliest first.</summary>
    public static IEnumerable<BitMatrix> In(Shade shade) =>
        PlacedCode.Of(shade, Finders.In(shade)).Take(Most).Select(code => Laid(shade, SmallSquares.Nearer(shade, code), code.Side));

    // Finders and timing lines as they must be.
    private static BitMatrix Laid(Shade shade, Plane plane, int side)
    {
        var laid = new BitMatrix(side);
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                laid[x, y] = CodeShape.FindSet(x, y, side) ?? IsSeenDark(shade, plane, x, y);
        return laid;
    }

    private static bool IsSeenDark(Shade shade, Plane plane, int x, int y)
    {
        var middle = plane.At(x + 0.5, y + 0.5);
        if (!shade.Has(middle)) return false;
        var light = 2 * shade.Light(middle);
        foreach (var (right, down) in ((double, double)[])[(0.3, 0.5), (0.7, 0.5), (0.5, 0.3), (0.5, 0.7)]) light += shade.Light(plane.At(x + right, y + down));
        return light < 0;
    }
}
