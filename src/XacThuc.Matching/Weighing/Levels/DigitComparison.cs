

namespace XacThuc.Matching.Weighing.Levels;

/// <summary>Compares numbers digit by digit, leading zeros included.</summary>
internal static class DigitComparison
{
    public static NumberLevel Compare(ulong written, int writtenDigits, ulong number, int digits)
    {
        Span<byte> left = stackalloc byte[20];
        Span<byte> right = stackalloc byte[20];
        left = Spread(written, writtenDigits, left);
        right = Spread(number, digits, right);
        if (left.Length == right.Length) return SameLength(left, right);
        if (left.Length + 1 == right.Length) return IsShortened(left, right) ? NumberLevel.LostOrAdded : NumberLevel.Different;
        if (left.Length == right.Length + 1) return IsShortened(right, left) ? NumberLevel.LostOrAdded : NumberLevel.Different;
        return NumberLevel.Different;
    }

    private static NumberLevel SameLength(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var different = 0;
        var first = -1;
        var last = -1;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == right[i]) continue;
            if (++different > 2) return NumberLevel.Different;
            if (first < 0) first = i;
            last = i;
        }

        if (different == 1) return NumberLevel.OneDigit;
        if (different != 2) return NumberLevel.Different;
        return last == first + 1 && left[first] == right[last] && left[last] == right[first]
            ? NumberLevel.Transposed
            : NumberLevel.TwoDigits;
    }

    private static bool IsShortened(ReadOnlySpan<byte> few, ReadOnlySpan<byte> many)
    {
        var prefix = few.CommonPrefixLength(many);
        return few[prefix..].SequenceEqual(many[(prefix + 1)..]);
    }

    private static Span<byte> Spread(ulong value, int digits, Span<byte> to)
    {
        for (var i = digits - 1; i >= 0; i--)
        {
            to[i] = (byte)(value % 10);
            value /= 10;
        }

        return to[..digits];
    }
}
