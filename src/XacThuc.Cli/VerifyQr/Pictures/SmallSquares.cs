using System.Numerics;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>Two or three corners tell roughly where a code lies; the alignment patterns all over it tell exactly.</summary>
internal static class SmallSquares
{
    /// <summary>From what is known to the nearest of them, and on from there.</summary>
    public static Plane Nearer(Shade shade, PlacedCode code)
    {
        var (plane, known, left) = (code.Plane, code.Pairs.ToList(), CodeShape.Alignments(code.Side).ToList());
        float Distance(Vector2 point) => known.Min(pair => Vector2.Distance(pair.Flat, point));
        while (left.Count > 0)
        {
            var next = left.MinBy(Distance);
            left.Remove(next);
            if (Find(shade, plane, next, MathF.Min(2.5f, 0.5f + (Distance(next) * 0.05f))) is not { } seen) continue;
            known.Add((next, seen));
            plane = Plane.Through(known) ?? plane;
        }

        return plane;
    }

    // The middle of one that should be there, looked for so many modules around.
    private static Vector2? Find(Shade shade, Plane plane, Vector2 flat, float around)
    {
        var middle = plane.At(flat);
        var parts = (from y in Enumerable.Range(-2, 5) from x in Enumerable.Range(-2, 5) select (Off: plane.At(flat + new Vector2(x, y)) - middle, IsDark: Math.Max(Math.Abs(x), Math.Abs(y)) != 1)).ToArray();
        var (right, down) = (plane.At(flat + Vector2.UnitX) - middle, plane.At(flat + Vector2.UnitY) - middle);
        var steps = Math.Max(2, (int)MathF.Ceiling(MathF.Max(right.Length(), down.Length()) / 1.5f));
        var reach = (int)MathF.Ceiling(around * steps);
        var (most, count, sum) = (parts.Length - 2, 0, Vector2.Zero);
        for (var i = -reach; i <= reach; i++)
            for (var j = -reach; j <= reach; j++)
            {
                var at = middle + (((right * j) + (down * i)) / steps);
                var like = Likeness(shade, parts, at, most);
                if (like < most) continue;
                if (like > most) (most, count, sum) = (like, 0, Vector2.Zero);
                (count, sum) = (count + 1, sum + at);
            }

        return count > 0 ? sum / count : null;
    }

    private static int Likeness(Shade shade, (Vector2 Off, bool IsDark)[] parts, Vector2 at, int most)
    {
        var missed = 0;
        foreach (var (off, isDark) in parts)
        {
            var point = at + off;
            if ((!shade.Has(point) || shade.IsDark((int)point.X, (int)point.Y) != isDark) && ++missed > parts.Length - most) return 0;
        }

        return parts.Length - missed;
    }
}
