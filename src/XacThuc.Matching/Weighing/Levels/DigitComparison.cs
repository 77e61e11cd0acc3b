using System.Numerics;
using System.Runtime.Intrinsics;

namespace XacThuc.Matching.Weighing.Levels;

/// <summary>Compares numbers digit by digit, leading zeros included.</summary>
internal static class DigitComparison
{
    // A byte for each digit of the numbers below a thousand.
    private static readonly uint[] Digits =
        [.. Enumerable.Range(0, 1000).Select(number => (uint)(number / 100 << 16 | number / 10 % 10 << 8 | number % 10))];

    public static NumberLevel Compare(ulong written, int writtenDigits, ulong number, int digits)
    {
        if (writtenDigits == digits && digits <= 12 && Different(written, number) > 2) return NumberLevel.Different;
        Span<byte> left = stackalloc byte[20];
        Span<byte> right = stackalloc byte[20];
        left = Spread(written, writtenDigits, left);
        right = Spread(number, digits, right);
        if (left.Length == right.Length) return SameLength(left, right);
        if (left.Length + 1 == right.Length) return IsShortened(left, right) ? NumberLevel.LostOrAdded : NumberLevel.Different;
        if (left.Length == right.Length + 1) return IsShortened(right, left) ? NumberLevel.LostOrAdded : NumberLevel.Different;
        return NumberLevel.Different;
    }

    // In how many digits two numbers of up to twelve differ: three digits at a time.
    private static int Different(ulong left, ulong right)
    {
        var (leftHigh, rightHigh) = ((uint)(left / 1_000_000), (uint)(right / 1_000_000));
        var (leftLow, rightLow) = ((uint)(left % 1_000_000), (uint)(right % 1_000_000));
        var first = Digits[leftHigh / 1000] ^ Digits[rightHigh / 1000];
        var second = Digits[leftHigh % 1000] ^ Digits[rightHigh % 1000];
        var third = Digits[leftLow / 1000] ^ Digits[rightLow / 1000];
        var fourth = Digits[leftLow % 1000] ^ Digits[rightLow % 1000];
        var all = Vector128.Create(first, second, third, fourth).AsByte();
        return 16 - BitOperations.PopCount(Vector128.Equals(all, Vector128<byte>.Zero).ExtractMostSignificantBits());
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
