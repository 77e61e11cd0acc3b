using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using XacThuc.Matching;
using XacThuc.Matching.Reading;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>
/// Reads what may be a notice of the personal id number, tolerantly: parts between separators or lines, with a label before
/// a colon or without, in any order.
/// </summary>
internal static partial class NoticeReader
{
    /// <summary>The notice, what spoilt it, or <see langword="null"/> where not exactly one well-formed number stands.</summary>
    public static ScannedCode? Find(string text)
    {
        var numbers = Number().Matches(text);
        if (numbers.Count != 1) return null;
        var id = new PersonalId(ulong.Parse(numbers[0].ValueSpan, CultureInfo.InvariantCulture));
        if (!id.IsWellFormed) return null;

        var parts = Separator().Split(text).Select(part => Label().Replace(part, "").Trim()).ToList();
        var name = parts.FirstOrDefault(part => Words().IsMatch(part));
        if (name is not null && KeyTraces.FindIn(name) is { } garbling) return ScannedCode.Of(garbling);
        return ScannedCode.Of(new ScannedNotice(
            id,
            name is not null && CardReader.IsName(name) ? name : null,
            parts.Select(ReadDate).FirstOrDefault(date => date.IsKnown),
            parts.Select(ReadSex).FirstOrDefault(sex => sex is not null),
            text));
    }

    // Without a separator five digits would be a spreadsheet's day; here they are a code of something.
    private static PartialDate ReadDate(string part) =>
        CardReader.TryReadDate(part, out var date)
        || (part.AsSpan().ContainsAny('/', '-')
            && FieldReading.RegisterDate(Encoding.UTF8.GetBytes(part), out date) == FieldVerdict.NotCompared)
            ? date : default;

    // A digit alone says nothing in a text whose layout is unknown.
    private static Sex? ReadSex(string part) =>
        part.Any(char.IsLetter) && CardReader.TryReadSex(part, out var sex) ? sex : null;

    [GeneratedRegex("(?<![0-9])[0-9]{12}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Number();

    // A name, or what a keyboard left of one.
    [GeneratedRegex(
        @"^\p{L}[\p{L}\p{M}0-9?\uFFFD'’.-]*( +\p{L}[\p{L}\p{M}0-9?\uFFFD'’.-]*){1,7}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"[|;,#~\r\n\t]", RegexOptions.None, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[\p{L}\s]{1,40}:", RegexOptions.None, 1000)]
    private static partial Regex Label();
}
