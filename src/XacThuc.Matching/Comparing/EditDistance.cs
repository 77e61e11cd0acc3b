namespace XacThuc.Matching.Comparing;

/// <summary>
/// The number of letters replaced, left out, added, or exchanged with their neighbour between two words (optimal string
/// alignment, after Damerau 1964 and Levenshtein 1966).
/// </summary>
internal static class EditDistance
{
    /// <summary>The distance, or 3 when it is three or more.</summary>
    public static int UpTo2(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        const int Many = 3;
        if (Math.Abs(left.Length - right.Length) >= Many) return Many;

        var prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (left.Length == 0 || right.Length == 0) return Math.Min(Many, left.Length + right.Length);
        if (left.Length == 1 && right.Length == 1) return 1;
        if (left.Length > 24 || right.Length > 24) return Many;

        Span<byte> rows = stackalloc byte[3 * 25];
        var before = rows[..25];
        var above = rows[25..50];
        var row = rows[50..];
        for (var j = 0; j <= right.Length; j++) above[j] = (byte)j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = (byte)i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = left[i - 1] == right[j - 1];
                var cost = Math.Min(above[j - 1] + (same ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = (byte)cost;
            }

            var oldest = before;
            before = above;
            above = row;
            row = oldest;
        }

        return Math.Min(Many, (int)above[right.Length]);
    }
}
