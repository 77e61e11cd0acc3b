using System.Numerics;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>
/// The finders in a picture. Seen from the side they are no squares, but along any line through the middle dark, light and dark still
/// are one, one, three, one, one.
/// </summary>
internal static class Finders
{
    /// <summary>Of two codes side by side.</summary>
    private const int Most = 6;

    /// <summary>A wall of tiles is crossed like finders all over.</summary>
    private const int MostTried = 400;

    private const int Step = 3;

    public static List<Finder> In(Shade shade)
    {
        var (found, tried) = (new List<Finder>(), new List<Vector2>());
        for (var y = Step; y < shade.Height; y += Step)
            foreach (var (x, width) in Crossings(shade, y))
            {
                if (FindMiddleDown(shade, x, y, width) is not { } down) continue;
                var middle = new Vector2(x + 0.5f, down);
                if (tried.Exists(other => Vector2.Distance(other, middle) < width / 7f)) continue;
                tried.Add(middle);
                if (Finder.Find(shade, middle, width) is { } finder && !found.Exists(other => Vector2.Distance(other.Middle, finder.Middle) < finder.Size / 2)) found.Add(finder);
                if (tried.Count == MostTried || found.Count == Most) return found;
            }

        return found;
    }

    private static bool IsLike(ReadOnlySpan<int> runs)
    {
        var module = (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7f;
        bool IsOne(int run) => MathF.Abs(run - module) < module * 0.65f;
        return module >= 1.5f && MathF.Abs(runs[2] - (3 * module)) < 1.4f * module && IsOne(runs[0]) && IsOne(runs[1]) && IsOne(runs[3]) && IsOne(runs[4]);
    }

    private static List<(int X, int Width)> Crossings(Shade shade, int y)
    {
        var found = new List<(int, int)>();
        Span<int> runs = stackalloc int[5];
        var (wasDark, from) = (false, 0);
        for (var x = 0; x <= shade.Width; x++)
        {
            var isDark = x < shade.Width && shade.IsDark(x, y);
            if (isDark == wasDark && x < shade.Width) continue;
            runs[1..].CopyTo(runs);
            runs[4] = x - from;
            if (wasDark && IsLike(runs)) found.Add((x - runs[4] - runs[3] - ((runs[2] + 1) / 2), runs[0] + runs[1] + runs[2] + runs[3] + runs[4]));
            (wasDark, from) = (isDark, x);
        }

        return found;
    }

    // The middle of the dark core on the line down through a point of it, where it is crossed as a finder is.
    private static float? FindMiddleDown(Shade shade, int x, int y, int width)
    {
        Span<int> up = stackalloc int[3], down = stackalloc int[3];
        if (!HasEnds(shade, x, y, -1, width * 2, up) || !HasEnds(shade, x, y, 1, width * 2, down)) return null;
        return IsLike([up[1] - up[2], up[0] - up[1], down[0] - up[0] - 1, down[1] - down[0], down[2] - down[1]]) ? (up[0] + down[0] + 1) / 2f : null;
    }

    private static bool HasEnds(Shade shade, int x, int y, int step, int far, Span<int> ends)
    {
        var (nth, wasDark) = (0, true);
        for (var at = y; nth < 3; at += step)
        {
            if (Math.Abs(at - y) > far) return false;
            var isDark = at >= 0 && at < shade.Height && shade.IsDark(x, at);
            if (isDark == wasDark) continue;
            ends[nth++] = at;
            wasDark = isDark;
        }

        return true;
    }
}
