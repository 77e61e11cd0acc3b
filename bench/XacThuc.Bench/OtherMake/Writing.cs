using System.Globalization;
using System.Text;

namespace XacThuc.Bench.OtherMake;

/// <summary>Names taken apart into letters and marks, as this generator alone does it: the engine's own reading would judge itself.</summary>
internal static class Writing
{
#pragma warning disable RS0030 // The ban keeps the product to one way of reading; this is the judge.
    public static string Apart(string text) => text.Normalize(NormalizationForm.FormD);

    public static string Together(string text) => text.Normalize();
#pragma warning restore RS0030

    public static string Plain(string text) => string.Concat(
        Apart(text.Replace('Đ', 'D').Replace('đ', 'd'))
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
}
