using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Platform.Messages;

/// <summary>A mobile phone of Viet Nam: ten digits from 03, 05, 07, 08 or 09. A landline takes no messages.</summary>
internal readonly record struct PhoneNumber
{
    private const int Length = 10;

    private readonly string _digits;

    private PhoneNumber(string digits) => _digits = digits;

    /// <summary>The last four digits, by which its owner knows it.</summary>
    public string Last4 => _digits[^4..];

    /// <summary>Reads it as people write it: with spaces, dots or dashes, with +84 or 84 in place of the 0.</summary>
    public static bool TryParse([NotNullWhen(true)] string? written, out PhoneNumber phone)
    {
        phone = default;
        var digits = string.Concat((written ?? "").Where(char.IsAsciiDigit));
        if ((written ?? "").Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '.' or '-' or '+' or '(' or ')'))) return false;
        if (digits.Length == Length + 1 && digits.StartsWith("84", StringComparison.Ordinal)) digits = "0" + digits[2..];
        if (digits.Length != Length || digits[0] != '0' || digits[1] is not ('3' or '5' or '7' or '8' or '9')) return false;
        phone = new PhoneNumber(digits);
        return true;
    }

    /// <summary>All digits, from 0.</summary>
    public string InFull() => _digits;

    /// <summary>The last four digits alone.</summary>
    public override string ToString() => $"••••••{Last4}";
}
