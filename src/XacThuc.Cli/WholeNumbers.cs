using System.CommandLine;
using System.Globalization;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli;

/// <summary>Options that take a whole number within bounds.</summary>
internal static class WholeNumbers
{
    /// <summary>Refuses what is outside, and what is no number, in a sentence.</summary>
    public static void Within<T>(this Option<T> option, long least, long most) where T : struct => option.Validators.Add(result =>
    {
        // The value itself cannot be asked for: what is no number would throw.
        if (result.Tokens is not [var token]) return;
        if (!long.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            result.AddError(Speech.Say($"{option.Name} nhận một số từ {least} đến {most}.", $"{option.Name} takes a number from {least} to {most}."));
    });
}
