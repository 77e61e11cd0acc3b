using System.Numerics;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>What the standard (ISO/IEC 18004) sets in every QR code of a size, counted in its modules.</summary>
internal static class CodeShape
{
    /// <summary>Modules a side, from the smallest to the largest.</summary>
    public static IEnumerable<int> Sides => Enumerable.Range(0, 40).Select(i => 21 + (4 * i));

    /// <summary>The corners of a code in which finders stand: left above, right above, left below.</summary>
    public static Vector2[] Places { get; } = [new(0, 0), new(1, 0), new(0, 1)];

    /// <summary>The corners of the finder at a place, clockwise.</summary>
    public static Vector2[] Finder(int place, int side)
    {
        var first = Places[place] * (side - 7);
        return [first, first + new Vector2(7, 0), first + new Vector2(7, 7), first + new Vector2(0, 7)];
    }

    /// <summary>The middles of the alignment patterns.</summary>
    public static IEnumerable<Vector2> Alignments(int side)
    {
        if (side == 21) return [];
        var (version, last) = ((side - 17) / 4, side - 7);
        var gaps = (version / 7) + 1;
        var step = version == 32 ? 26 : (int)Math.Ceiling((side - 13) / (gaps * 2.0)) * 2;
        int[] places = [6, .. Enumerable.Range(0, gaps).Select(i => last - (step * (gaps - 1 - i)))];
        return from y in places from x in places where (x, y) != (6, 6) && (x, y) != (6, last) && (x, y) != (last, 6) select new Vector2(x + 0.5f, y + 0.5f);
    }

    /// <summary>Whether a module of a finder or of a timing line is dark; none where it is neither.</summary>
    public static bool? FindSet(int x, int y, int side)
    {
        foreach (var place in Places)
        {
            var far = Math.Max(Math.Abs(x - 3 - ((int)place.X * (side - 7))), Math.Abs(y - 3 - ((int)place.Y * (side - 7))));
            if (far <= 4) return far is not (2 or 4);
        }

        return x == 6 ? y % 2 == 0 : y == 6 ? x % 2 == 0 : null;
    }
}
