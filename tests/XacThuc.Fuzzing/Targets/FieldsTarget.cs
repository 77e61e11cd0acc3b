using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Matching.Weighing;
using XacThuc.Tables.Headings;

namespace XacThuc.Fuzzing.Targets;

/// <summary>
/// Six lines are the fields of a person. A record that repeats what the register says is right whenever all of it can be
/// read; what stands behind a field in memory tells nothing of it; reading a name in its own canonical form gives that form.
/// </summary>
internal static unsafe class FieldsTarget
{
    private const string Number = "020090000011";

    private static readonly DateOnly Today = new(2026, 3, 2);

    public static void Run(byte[] bytes)
    {
        var lines = Lines(bytes);
        var texts = Array.ConvertAll(lines, Encoding.UTF8.GetString);
        _ = HeadingNames.Recognise(texts[0]);
        foreach (var encoding in (ReadOnlySpan<NameEncoding>)[LegacyText.Detect(texts), NameEncoding.Tcvn3, NameEncoding.Vni])
            if (encoding != NameEncoding.Unicode) _ = LegacyText.Decode(texts[0], encoding);

        var name = texts[0];
        using var index = PopulationIndex.Build([new WrittenPerson(Number, texts[4], name, texts[1], texts[2], texts[5])]);
        foreach (var encoding in Enum.GetValues<NameEncoding>()) Compare(index, lines, encoding);
        using var authenticator = new Authenticator(index, Today);
        var same = authenticator.Authenticate(new WrittenRecord(name, texts[1], texts[2], Number, texts[5]));
        BrokenPromiseException.Unless(
            same.Status is RecordStatus.Matched or RecordStatus.Invalid, "What repeats the register is right, or cannot be read.");
        _ = authenticator.Authenticate(new WrittenRecord(name, texts[1], texts[2], texts[3], texts[5]));
        if (same.Status == RecordStatus.Matched) ReadAgain(index, texts);
    }

    private static void ReadAgain(PopulationIndex index, string[] texts)
    {
        using var suggester = new SuggestionEngine(index, Today).NewSuggester();
        var explained = suggester.Explain(new WrittenRecord(texts[0], texts[1], texts[2], texts[3], texts[5]), 5);
        foreach (var each in explained)
            BrokenPromiseException.Unless(each.Suggestion.Probability is >= 0 and <= 1, "A probability is one.");

        // Two tones on one syllable are no writing of a name; what is shown of it is not to be read again.
        if (Enumerable.Range(1, index.Words.Count).Any(code => HasTwoTones(index.Words[code]))) return;
        using var again = PopulationIndex.Build([index.PersonAt(PlaceOf(index))]);
        BrokenPromiseException.Unless(
            index.PersonAt(PlaceOf(index)) == again.PersonAt(PlaceOf(again)), "A canonical form is its own.");
    }

    private static bool HasTwoTones(ReadOnlySpan<byte> letters)
    {
        for (var i = 1; i < letters.Length; i++)
            if (LetterCodes.IsTone(letters[i]) && LetterCodes.IsTone(letters[i - 1])) return true;
        return false;
    }

    private static long PlaceOf(PopulationIndex index) => index.Slots.Find(ulong.Parse(Number));

    // The same record twice, with other bytes behind its fields.
    private static void Compare(PopulationIndex index, byte[][] lines, NameEncoding encoding)
    {
        using var authenticator = new Authenticator(index, Today, encoding);
        Comparison? before = null;
        foreach (var between in "\0A9\xFF"u8)
        {
            var (text, places) = LaidOut.Of(lines, between);
            var results = new Comparison[1];
            fixed (byte* first = text) authenticator.Authenticate(first, places, results);
            BrokenPromiseException.Unless(before is null || before == results[0], "What stands behind a field tells nothing of it.");
            before = results[0];
        }
    }

    private static byte[][] Lines(byte[] bytes)
    {
        var lines = new byte[RecordFields.Count][];
        ReadOnlySpan<byte> rest = bytes;
        for (var i = 0; i < lines.Length; i++)
        {
            var end = rest.IndexOf((byte)'\n');
            lines[i] = (end < 0 ? rest : rest[..end]).ToArray();
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return lines;
    }
}
