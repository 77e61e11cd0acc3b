using System.Globalization;
using System.Text.RegularExpressions;

namespace XacThuc.Matching.Tests.Contract;

/// <summary>Numbers as text of digits; null for what cannot be a number.</summary>
internal static partial class OracleNumber
{
    private static readonly string[] Provinces =
        ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 " +
        "042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 " +
        "086 087 089 091 092 093 094 095 096").Split(' ');

    /// <summary>The digits, empty when nothing is written.</summary>
    public static string? Read(string written)
    {
        var text = string.Concat(written.Where(c => !char.IsWhiteSpace(c) && !OracleLetters.ZeroWidth.Contains(c)));
        if (text.StartsWith('\'')) text = text[1..];
        if (text.Length == 0) return "";
        if (Exponent().Match(text) is { Success: true } match) return FromExponent(match);
        if (Fraction().IsMatch(text)) text = text[..^2];

        text = text.Replace(".", "", StringComparison.Ordinal);
        return text.Length is > 0 and <= 12 && text.All(char.IsAsciiDigit) ? text : null;
    }

    public static bool IsWellFormed(string digits) => Provinces.Contains(digits[..3]) && digits[3] is >= '0' and <= '3';

    // Every digit must be written: 2.0190001234E+10 is a number, 2.019E+10 has been rounded.
    private static string? FromExponent(Match match)
    {
        var decimals = match.Groups["decimals"].Value;
        return decimals.Length.ToString(CultureInfo.InvariantCulture) == match.Groups["exponent"].Value.TrimStart('0')
            && decimals.Length < 12
            ? match.Groups["whole"].Value + decimals
            : null;
    }

    [GeneratedRegex(@"^(?<whole>[1-9])\.(?<decimals>\d+)[eE]\+?(?<exponent>\d{1,2})\z")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^\d+\.0\z")]
    private static partial Regex Fraction();
}
