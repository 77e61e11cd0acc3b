using System.Numerics;

namespace XacThuc.Cli.VerifyQr.Pictures;

/// <summary>A grey picture, and which of its points are dark against the light around them.</summary>
internal sealed class Shade
{
    private const int Block = 8;

    /// <summary>Blocks to each side whose light is the light around a point.</summary>
    private const int Around = 6;

    private readonly byte[] _all;
    private readonly int _stride;
    private readonly int _wide;
    private readonly byte[] _limits;

    public Shade(byte[] all, int stride, int width, int height)
    {
        (_all, _stride, Width, Height) = (all, stride, width, height);
        _wide = (width + Block - 1) / Block;
        _limits = Limits(_wide, (height + Block - 1) / Block);
    }

    public int Width { get; }

    public int Height { get; }

    public bool Has(Vector2 point) => point.X >= 0 && point.Y >= 0 && point.X < Width && point.Y < Height;

    public bool IsDark(int x, int y) => _all[(y * _stride) + x] < _limits[(y / Block * _wide) + (x / Block)];

    /// <summary>How much lighter than the limit, between points too; below nothing it is dark.</summary>
    public float Light(Vector2 point)
    {
        var (left, top) = (Math.Clamp(point.X - 0.5f, 0, Width - 2), Math.Clamp(point.Y - 0.5f, 0, Height - 2));
        var (column, row) = ((int)left, (int)top);
        var at = (row * _stride) + column;
        var upper = _all[at] + ((_all[at + 1] - _all[at]) * (left - column));
        var lower = _all[at + _stride] + ((_all[at + _stride + 1] - _all[at + _stride]) * (left - column));
        return upper + ((lower - upper) * (top - row)) - _limits[(row / Block * _wide) + (column / Block)];
    }

    private byte[] Limits(int wide, int high)
    {
        // Sums of all blocks above and to the left: the sum of any rectangle is four of them.
        var sums = new double[high + 1, wide + 1];
        for (var row = 0; row < high; row++)
            for (var column = 0; column < wide; column++)
                sums[row + 1, column + 1] = MeanOf(column * Block, row * Block) + sums[row, column + 1] + sums[row + 1, column] - sums[row, column];

        var limits = new byte[wide * high];
        for (var row = 0; row < high; row++)
            for (var column = 0; column < wide; column++)
            {
                var (left, right) = (Math.Max(0, column - Around), Math.Min(wide, column + Around + 1));
                var (top, under) = (Math.Max(0, row - Around), Math.Min(high, row + Around + 1));
                limits[(row * wide) + column] = (byte)Math.Round((sums[under, right] - sums[under, left] - sums[top, right] + sums[top, left]) / ((under - top) * (right - left)));
            }

        return limits;
    }

    // Every second point of every second line is enough.
    private double MeanOf(int left, int top)
    {
        var (sum, count) = (0, 0);
        for (var y = top; y < Math.Min(Height, top + Block); y += 2)
            for (var x = left; x < Math.Min(Width, left + Block); x += 2, count++)
                sum += _all[(y * _stride) + x];
        return (double)sum / count;
    }
}
