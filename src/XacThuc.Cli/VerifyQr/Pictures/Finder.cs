using System.Numerics;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>One of the three squares in the corners of a code, by itself: its four outer corners, clockwise as seen.</summary>
internal sealed record Finder(Vector2 Middle, Vector2[] Corners)
{
    private const int Rays = 72;

    /// <summary>How long a side is, about.</summary>
    public float Size { get; } = MathF.Sqrt(MathF.Abs(Enumerable.Range(0, 4).Sum(i => (Corners[i].X * Corners[(i + 1) % 4].Y) - (Corners[i].Y * Corners[(i + 1) % 4].X))) / 2);

    /// <summary>Looks outwards in all directions: core, ring and the light around it must be there in nearly each.</summary>
    public static Finder? Find(Shade shade, Vector2 middle, float width) =>
        // Once more from the middle of what was seen.
        Outlined(shade, middle, width) is { } rough ? Outlined(shade, rough.Middle, width) : null;

    private static Finder? Outlined(Shade shade, Vector2 middle, float width)
    {
        var edge = EdgeAround(shade, middle, width);
        if (edge.Count < Rays * 0.9 || CornersOf(edge, middle) is not { } corners) return null;
        return Line.Through([corners[0], corners[2]]).FindMeeting(Line.Through([corners[1], corners[3]])) is { } crossing ? new Finder(crossing, corners) : null;
    }

    private static List<Vector2> EdgeAround(Shade shade, Vector2 middle, float width)
    {
        // A look all around first: most of what is crossed like a finder is none.
        var missed = 0;
        for (var ray = 0; ray < Rays; ray += Rays / 8) if (FindEdge(shade, middle, width, ray) is null && ++missed > 2) return [];
        var edge = new List<Vector2>(Rays);
        for (var ray = 0; ray < Rays; ray++) if (FindEdge(shade, middle, width, ray) is { } point) edge.Add(point);
        return edge;
    }

    // Where the light around it begins in a direction, where core and ring come before it as they should.
    private static Vector2? FindEdge(Shade shade, Vector2 middle, float width, int ray)
    {
        var (down, right) = MathF.SinCos(ray * 2 * MathF.PI / Rays);
        var direction = new Vector2(right, down);
        Span<float> ends = stackalloc float[3];
        var (nth, before) = (0, shade.Light(middle));
        for (var far = 0.5f; nth < 3; far += 0.5f)
        {
            var point = middle + (far * direction);
            if (far > width * 2 || !shade.Has(point)) return null;
            var here = shade.Light(point);
            if (here < 0 != before < 0 && here < 0 == (nth == 1)) ends[nth++] = far - (0.5f * here / (here - before));
            before = here;
        }

        return MathF.Abs((ends[0] / ends[2]) - (3 / 7f)) > 0.13f || MathF.Abs((ends[1] / ends[2]) - (5 / 7f)) > 0.13f ? null : middle + (ends[2] * direction);
    }

    // The four lines that points around a middle lie on, and where they meet.
    private static Vector2[]? CornersOf(List<Vector2> edge, Vector2 middle)
    {
        int Farthest(Func<Vector2, float> far) => Enumerable.Range(0, edge.Count).MaxBy(i => far(edge[i]));
        var first = Farthest(point => Vector2.Distance(point, middle));
        var third = Farthest(point => Vector2.Distance(point, edge[first]));
        float Side(Vector2 point) => Vector2.Cross(edge[third] - edge[first], point - edge[first]);
        int[] at = [.. new[] { first, third, Farthest(Side), Farthest(point => -Side(point)) }.Order()];

        var lines = new Line[4];
        for (var i = 0; i < 4; i++)
        {
            var length = (at[(i + 1) % 4] - at[i] + edge.Count) % edge.Count;
            if (length < 6) return null;
            var start = at[i] + 2;
            lines[i] = Line.Through([.. Enumerable.Range(start, length - 3).Select(n => edge[n % edge.Count])]);
        }

        var corners = new Vector2[4];
        for (var i = 0; i < 4; i++)
        {
            if (lines[(i + 3) % 4].FindMeeting(lines[i]) is not { } corner || Vector2.Distance(corner, edge[at[i]]) > Vector2.Distance(corner, middle) / 3) return null;
            corners[i] = corner;
        }

        return corners;
    }

    /// <summary>All points whose part along a direction is so far.</summary>
    private readonly record struct Line(Vector2 Across, float Far)
    {
        public static Line Through(ReadOnlySpan<Vector2> points)
        {
            var middle = Vector2.Zero;
            foreach (var point in points) middle += point / points.Length;
            var (xx, xy, yy) = (0f, 0f, 0f);
            foreach (var point in points)
            {
                var off = point - middle;
                (xx, xy, yy) = (xx + (off.X * off.X), xy + (off.X * off.Y), yy + (off.Y * off.Y));
            }

            var (sin, cos) = MathF.SinCos((MathF.Atan2(2 * xy, xx - yy) / 2) + (MathF.PI / 2));
            var across = new Vector2(cos, sin);
            return new Line(across, Vector2.Dot(across, middle));
        }

        public Vector2? FindMeeting(Line other)
        {
            var turn = Vector2.Cross(Across, other.Across);
            if (MathF.Abs(turn) < 0.05f) return null;
            return new Vector2((Far * other.Across.Y) - (other.Far * Across.Y), (Across.X * other.Far) - (other.Across.X * Far)) / turn;
        }
    }
}
