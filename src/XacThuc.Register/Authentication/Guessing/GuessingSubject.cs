using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using XacThuc.Exchange.Messages;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>Who asks about what, as far as guessing is concerned.</summary>
/// <param name="UnitCode">The unit.</param>
/// <param name="Account">The account; empty for a bulk run.</param>
/// <param name="Row">The record.</param>
internal sealed record GuessingSubject(string UnitCode, string Account, WrittenRow Row)
{
    // Hashed when somebody wants to know: most answers are right, and nobody is near a limit.
    private long? _numberKey;
    private long? _valuesKey;

    /// <summary>Reference of the record.</summary>
    public string Ref => Row.Ref;

    /// <summary>Whether a bulk run asks about a number of nobody.</summary>
    public bool IsOfNobody { get; init; }

    /// <summary>Hash of the number; 0 where it is nobody's.</summary>
    public long NumberKey => IsOfNobody ? 0 : _numberKey ??= NumberKeyOf(Row.IdNumber);

    /// <summary>Hash of all values together.</summary>
    public long ValuesKey => _valuesKey ??= ValuesKeyOf(Row);

    /// <summary>Whether a program of the police asks, not a person.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Whether the record was given no id, so that nobody can tell it from others without one.</summary>
    public bool IsNameless => IsWithoutId(Ref);

    /// <summary>Whether a bulk run asks.</summary>
    public bool IsBulk => Account.Length == 0;

    /// <summary>Whether a reference, the unit's code and the id that its program gave, ends without an id.</summary>
    public static bool IsWithoutId(string reference) => reference.EndsWith('/');

    /// <summary>Hash of a record's values: other values are another try.</summary>
    public static long ValuesKeyOf(WrittenRow row) =>
        HashOf($"{row.FullName}\n{row.Sex}\n{row.DateOfBirth}\n{row.IdNumber}");

    public override string ToString() => nameof(GuessingSubject);

    // The digits alone, without leading zeros: another writing of the same number is the same.
    private static long NumberKeyOf(string number)
    {
        Span<char> digits = stackalloc char[24];
        var count = 0;
        foreach (var c in number)
        {
            if (!char.IsAsciiDigit(c) || count == 0 && c == '0') continue;
            if (count == digits.Length) return HashOf(number);
            digits[count++] = c;
        }

        return HashOf(digits[..count]);
    }

    private static long HashOf(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= 1024 ? stackalloc byte[1024] : new byte[most];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
