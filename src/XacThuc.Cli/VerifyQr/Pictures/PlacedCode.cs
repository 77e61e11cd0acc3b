using System.Numerics;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>
/// Where a code may lie: two or three finders tell, each with its four corners, for every size that a code may have. Two are enough,
/// where the third is outside of the picture.
/// </summary>
/// <param name="Side">Modules a side.</param>
/// <param name="Plane">How it is seen.</param>
/// <param name="Pairs">What it was told by.</param>
/// <param name="Likeness">How much of the timing lines between the finders is there, to one.</param>
internal sealed record PlacedCode(int Side, Plane Plane, IReadOnlyList<(Vector2 Flat, Vector2 Seen)> Pairs, double Likeness)
{
    /// <summary>Less than that is none.</summary>
    private const double Like = 0.8;

    /// <summary>The likeliest first, of three finders where there are such, else of two.</summary>
    public static IReadOnlyList<PlacedCode> Of(Shade shade, List<Finder> finders)
    {
        foreach (var placed in (IEnumerable<(Finder Finder, int Place)[]>[])[Threes(finders), Twos(finders)])
        {
            var codes = placed.Select(one => Find(shade, one)).OfType<PlacedCode>().OrderByDescending(code => code.Likeness).ToList();
            if (codes.Count > 0) return codes;
        }

        return [];
    }

    private static IEnumerable<(Finder, int)[]> Threes(List<Finder> finders) =>
        from first in finders
        from right in finders
        where right != first
        from below in finders
        where below != first && below != right && Vector2.Cross(right.Middle - first.Middle, below.Middle - first.Middle) > 0
        select ((Finder, int)[])[(first, 0), (right, 1), (below, 2)];

    private static IEnumerable<(Finder, int)[]> Twos(List<Finder> finders) =>
        from one in finders
        from other in finders
        where other != one
        from places in ((int, int)[])[(0, 1), (0, 2), (1, 2)]
        select ((Finder, int)[])[(one, places.Item1), (other, places.Item2)];

    private static PlacedCode? Find(Shade shade, (Finder Finder, int Place)[] placed)
    {
        var ((one, from), (other, to)) = (placed[0], placed[1]);
        var turn = Angle(other.Middle - one.Middle) - Angle(CodeShape.Places[to] - CodeShape.Places[from]);
        var module = placed.Average(part => part.Finder.Size) / 7;
        var apart = 7 + (Vector2.Distance(one.Middle, other.Middle) / module / Vector2.Distance(CodeShape.Places[from], CodeShape.Places[to]));
        PlacedCode? best = null;

        // Seen from the side, what is between them is longer or shorter than they say.
        foreach (var side in CodeShape.Sides.Where(side => side >= apart * 0.6 && side <= apart * 1.7))
        {
            var pairs = placed.SelectMany(part => Pairs(part.Finder, CodeShape.Finder(part.Place, side), turn)).ToList();
            if (Plane.Through(pairs) is not { } plane) continue;
            var likeness = LikenessOf(shade, plane, side, placed);
            if (likeness > (best?.Likeness ?? Like)) best = new PlacedCode(side, plane, pairs, likeness);
        }

        return best;

        // Which of its corners is the first: the one that is left above where the code is turned back.
        static IEnumerable<(Vector2, Vector2)> Pairs(Finder finder, Vector2[] flat, float turn)
        {
            var first = Enumerable.Range(0, 4).MaxBy(i => MathF.Cos(Angle(finder.Corners[i] - finder.Middle) - turn + (3 * MathF.PI / 4)));
            return flat.Select((point, i) => (point, finder.Corners[(first + i) % 4]));
        }
    }

    private static float Angle(Vector2 direction) => MathF.Atan2(direction.Y, direction.X);

    private static double LikenessOf(Shade shade, Plane plane, int side, (Finder Finder, int Place)[] placed)
    {
        var (like, seen) = (0, 0);
        void Look(Vector2 point, int i)
        {
            if (!shade.Has(point)) return;
            seen++;
            if (shade.Light(point) < 0 == (i % 2 == 0)) like++;
        }

        for (var i = 8; i < side - 8; i++)
        {
            if (Array.Exists(placed, part => part.Place == 1)) Look(plane.At(i + 0.5, 6.5), i);
            if (Array.Exists(placed, part => part.Place == 2)) Look(plane.At(6.5, i + 0.5), i);
        }

        return seen < (side - 16) / 2.0 ? 0 : (double)like / seen;
    }
}
