using System.Numerics;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>How a plane is seen: eight numbers that say where each of its points is in the picture.</summary>
internal sealed class Plane
{
    private const int Unknown = 8;

    private readonly double[] _by;

    private Plane(double[] by) => _by = by;

    /// <summary>The plane of four points or more that all lie on it, by least squares; none where they lie in a line.</summary>
    public static Plane? Through(IEnumerable<(Vector2 Flat, Vector2 Seen)> pairs)
    {
        // Eight equations in eight unknowns; in the ninth column what they come to.
        var rows = new double[Unknown, Unknown + 1];
        foreach (var (flat, seen) in pairs)
        {
            double x = flat.X, y = flat.Y;
            Add(rows, [x, y, 1, 0, 0, 0, -x * seen.X, -y * seen.X, seen.X]);
            Add(rows, [0, 0, 0, x, y, 1, -x * seen.Y, -y * seen.Y, seen.Y]);
        }

        return Solved(rows) is { } by ? new Plane(by) : null;
    }

    public Vector2 At(double x, double y)
    {
        var depth = (_by[6] * x) + (_by[7] * y) + 1;
        return new Vector2((float)(((_by[0] * x) + (_by[1] * y) + _by[2]) / depth), (float)(((_by[3] * x) + (_by[4] * y) + _by[5]) / depth));
    }

    public Vector2 At(Vector2 point) => At(point.X, point.Y);

    private static void Add(double[,] rows, ReadOnlySpan<double> row)
    {
        for (var i = 0; i < Unknown; i++)
            for (var j = 0; j <= Unknown; j++)
                rows[i, j] += row[i] * row[j];
    }

    private static double[]? Solved(double[,] rows)
    {
        for (var at = 0; at < Unknown; at++)
        {
            var most = at;
            for (var i = at + 1; i < Unknown; i++) if (Math.Abs(rows[i, at]) > Math.Abs(rows[most, at])) most = i;
            for (var j = 0; j <= Unknown; j++) (rows[at, j], rows[most, j]) = (rows[most, j], rows[at, j]);
            if (Math.Abs(rows[at, at]) < 1e-12) return null;
            for (var i = 0; i < Unknown; i++)
            {
                var share = i == at ? 0 : rows[i, at] / rows[at, at];
                for (var j = at; share != 0 && j <= Unknown; j++) rows[i, j] -= share * rows[at, j];
            }
        }

        var by = new double[Unknown];
        for (var i = 0; i < Unknown; i++) by[i] = rows[i, Unknown] / rows[i, i];
        return by;
    }
}
