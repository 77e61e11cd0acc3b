using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace XacThuc.Matching.Reading;

/// <summary>What a number can be, judged by its digits alone.</summary>
internal enum NumberKind : byte
{
    Missing,
    Malformed,

    /// <summary>Twelve digits.</summary>
    Personal,

    /// <summary>Nine digits.</summary>
    Old,

    /// <summary>Ten or eleven digits: a personal id if leading zeros were lost.</summary>
    ShortPersonal,

    /// <summary>One to eight digits: an old number if leading zeros were lost.</summary>
    ShortOld,
}

/// <summary>A number as read: its kind and its digits as a value.</summary>
internal readonly record struct ReadNumber(NumberKind Kind, ulong Value, int Digits)
{
    public override string ToString() => Kind.ToString();
}

/// <summary>Reads an identity number: spaces and dots inside it say nothing; spreadsheets' floats are undone where exact.</summary>
internal static class NumberReader
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadNumber Read(ReadOnlySpan<byte> written)
    {
        if (written.Length == 12)
        {
            var first = BinaryPrimitives.ReadUInt64LittleEndian(written);
            var last = BinaryPrimitives.ReadUInt32LittleEndian(written[8..]);
            if (EightDigits.Are(first) && EightDigits.Are((ulong)last << 32 | EightDigits.FourZeros))
                return new ReadNumber(NumberKind.Personal, EightDigits.Value(first) * 10000 + EightDigits.Value((ulong)last << 32 | EightDigits.FourZeros), 12);
        }
        else if (written.Length == 9)
        {
            var first = BinaryPrimitives.ReadUInt64LittleEndian(written);
            var last = (uint)(written[8] - '0');
            if (EightDigits.Are(first) && last <= 9) return new ReadNumber(NumberKind.Old, EightDigits.Value(first) * 10 + last, 9);
        }

        return ReadSlowly(written);
    }

    // Internal, as compiling ahead passes over what only methods that are compiled when run call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ReadNumber ReadSlowly(ReadOnlySpan<byte> written)
    {
        Span<char> text = stackalloc char[64];
        var length = PlainText.Read(written, text);
        if (length == 0) return new ReadNumber(NumberKind.Missing, 0, 0);
        if (length < 0) return new ReadNumber(NumberKind.Malformed, 0, 0);

        var characters = text[..length];
        // A spreadsheet's marker that the number is text.
        if (characters[0] == '\'') characters = characters[1..];
        if (characters.IndexOf('E') >= 0) return ReadFloat(characters);
        if (characters.Length > 2 && characters.EndsWith(".0") && characters[..^2].IndexOf('.') < 0)
            characters = characters[..^2];

        var digits = 0;
        ulong value = 0;
        foreach (var c in characters)
        {
            if (c == '.') continue;
            if (!char.IsAsciiDigit(c)) return new ReadNumber(NumberKind.Malformed, 0, 0);
            if (++digits > 18) return new ReadNumber(NumberKind.Malformed, 0, digits);
            value = value * 10 + (uint)(c - '0');
        }

        return Of(value, digits);
    }

    // 2.0091001234E+10 is exact when it has as many decimals as the exponent; with fewer, Excel has dropped digits.
    private static ReadNumber ReadFloat(ReadOnlySpan<char> text)
    {
        var malformed = new ReadNumber(NumberKind.Malformed, 0, 0);
        var e = text.IndexOf('E');
        var exponentText = text[(e + 1)..];
        if (exponentText.StartsWith("+")) exponentText = exponentText[1..];
        if (exponentText.Length is 0 or > 2) return malformed;

        var exponent = 0;
        foreach (var c in exponentText)
        {
            if (!char.IsAsciiDigit(c)) return malformed;
            exponent = exponent * 10 + (c - '0');
        }

        var mantissa = text[..e];
        if (mantissa.Length != exponent + 2 || exponent > 15 || mantissa[1] is not ('.' or ',')) return malformed;

        ulong value = 0;
        for (var i = 0; i < mantissa.Length; i++)
        {
            if (i == 1) continue;
            if (!char.IsAsciiDigit(mantissa[i])) return malformed;
            value = value * 10 + (uint)(mantissa[i] - '0');
        }

        return Of(value, exponent + 1);
    }

    private static ReadNumber Of(ulong value, int digits) => new(digits switch
    {
        12 => NumberKind.Personal,
        9 => NumberKind.Old,
        10 or 11 => NumberKind.ShortPersonal,
        >= 1 and <= 8 => NumberKind.ShortOld,
        _ => NumberKind.Malformed,
    }, value, digits);
}
