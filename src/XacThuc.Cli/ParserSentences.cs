using System.Text.RegularExpressions;

namespace XacThuc.Cli;

/// <summary>
/// What System.CommandLine says of a command that was typed wrongly, in Vietnamese: the library has no Vietnamese texts, and
/// tells no kinds of errors apart but by their English. What is not known here stays as it was said.
/// </summary>
internal static partial class ParserSentences
{
    private static readonly (Regex English, string Vietnamese)[] Known =
    [
        (Missing(), "thiếu $1."),
        (NoValue(), "$1 cần một giá trị đi kèm."),
        (NotKnown(), "không có lệnh hoặc tham số nào là '$1'."),
        (NotAmong(), "'$1' không được nhận, chỉ nhận: $2."),
        (NotOfType(), "'$1' không dùng được cho $2."),
        (TooMany(), "$1 chỉ nhận một giá trị."),
        (NoCommand(), "chưa nêu lệnh nào."),
    ];

    public static string InVietnamese(string said)
    {
        foreach (var (english, vietnamese) in Known)
        {
            if (english.Match(said) is not { Success: true } match) continue;
            var rest = match.Groups["rest"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return vietnamese.Replace("$1", match.Groups["what"].Value, StringComparison.Ordinal)
                .Replace("$2", string.Join(", ", rest), StringComparison.Ordinal);
        }

        return said;
    }

    [GeneratedRegex(@"^Option '(?<what>\S+)' is required\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^Required argument missing for (option|command): '(?<what>\S+)'\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoValue();

    [GeneratedRegex(@"^Unrecognized command or argument '(?<what>.*)'\.$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotKnown();

    [GeneratedRegex(@"^Argument '(?<what>.*)' not recognized\. Must be one of:(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotAmong();

    [GeneratedRegex(@"^Cannot parse argument '(?<what>.*)' for option '(?<rest>\S+)' as expected type .*$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotOfType();

    [GeneratedRegex(@"^Option '(?<what>\S+)' expects a single argument .*$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TooMany();

    [GeneratedRegex(@"^Required command was not provided\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoCommand();
}
