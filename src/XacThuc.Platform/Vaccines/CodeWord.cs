using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Platform.Vaccines;

/// <summary>How the codes of our data are written: up to 40 lower-case letters, digits and hyphens.</summary>
internal static class CodeWord
{
    public static bool Is([NotNullWhen(true)] string? text) => text is { Length: > 0 and <= 40 } &&
        text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-');
}
