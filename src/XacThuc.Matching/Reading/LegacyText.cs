using System.Collections.Frozen;
using System.Text;

namespace XacThuc.Matching.Reading;

/// <summary>
/// Names coded before Unicode: TCVN3 (ABC) and VNI, read as Latin-1 or Windows-1252. What decides is spelling: a legacy
/// word is seldom a Vietnamese syllable as it stands, and one when decoded.
/// </summary>
/// <remarks>
/// Decode before anything strips invisible characters: U+00AD, the soft hyphen, is TCVN3's ư. All members are pure
/// and safe to call from several threads.
/// </remarks>
public static class LegacyText
{
    // No letters of one word, and no evidence: a word is at most 7 letters, each coded by at most two characters.
    private const int LongestWord = 2 * Syllable.MaxLength;

    // Distinct words must make this much evidence; a known name of four letters or more is enough by itself.
    private const int EnoughEvidence = 3;

    // A legacy column may have rows in Unicode, but at most one word in four.
    private const int Majority = 3;

    // Family names and the two middle names nearly every list has, with marks.
    private static readonly FrozenSet<string> KnownNames = """
        NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH ĐÀO ĐOÀN TRƯƠNG TRỊNH HÀ TÔ LÂM PHÙNG
        CHÂU QUÁCH TRIỆU NÔNG LƯƠNG VƯƠNG TẠ LƯU HỨA SẦM BẾ MÃ LỤC LÃ ĐÀM THÂN VĂN THỊ
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How a column of names is coded; <see cref="NameEncoding.Unicode"/> unless the evidence is strong.</summary>
    /// <param name="column">The values of one column, or a sample of them; twenty thousand are plenty.</param>
    public static NameEncoding Detect(IEnumerable<string> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in column)
        {
            foreach (var word in MarkedWords(value ?? ""))
            {
                var length = Math.Min(word.End.Value - word.Start.Value, LongestWord + 1);
                var text = value.AsSpan(word.Start.Value, length).ToString();
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }
        }

        var tcvn3 = Evidence(counts, NameEncoding.Tcvn3);
        var vni = Evidence(counts, NameEncoding.Vni);
        if (Math.Max(tcvn3, vni) == 0) return NameEncoding.Unicode;
        return tcvn3 >= vni ? NameEncoding.Tcvn3 : NameEncoding.Vni;
    }

    /// <summary>Decodes one value of a column that <see cref="Detect"/> found to be legacy.</summary>
    /// <param name="text">The value, its bytes as Latin-1 or Windows-1252 characters.</param>
    /// <param name="encoding">How its column is coded.</param>
    /// <returns>
    /// The value in composed Unicode. A value that is Unicode already stays as it is, also when only some of its words
    /// are; one that could be either is taken for legacy, unless only as it stands it begins with a common family name.
    /// </returns>
    public static string Decode(string text, NameEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (encoding == NameEncoding.Unicode) return text;
        var words = MarkedWords(text).ToList();
        if (words.Count == 0) return text;

        var readings = words.ConvertAll(word => Read(text[word], encoding));
        var onlyFaulty = readings.Exists(reading => reading.IsUnicode || (reading.Stands && !reading.Decodes)) ||
            (readings.TrueForAll(reading => reading.Stands) && BeginsAsItStands(text, words[0], readings[0]));
        var decoded = new StringBuilder(text.Length);
        var done = 0;
        for (var i = 0; i < words.Count; i++)
        {
            decoded.Append(text, done, words[i].Start.Value - done);
            var reading = readings[i];
            var isLeft = reading.IsUnicode || (onlyFaulty && (reading.Stands || !reading.Decodes));
            if (isLeft) decoded.Append(text[words[i]]);
            else decoded.Append(encoding == NameEncoding.Tcvn3 ? Recase(text, words[i], reading.Decoded) : reading.Decoded);
            done = words[i].End.Value;
        }

        return decoded.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>
    /// Codes composed Unicode as a legacy font would, its bytes as Latin-1 characters. What the encoding lacks stays
    /// as it is; TCVN3 has no capitals with tone, so these become small.
    /// </summary>
    public static string Encode(string unicode, NameEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(unicode);
        return encoding switch
        {
            NameEncoding.Unicode => unicode,
            NameEncoding.Tcvn3 => Tcvn3.Write(unicode),
            NameEncoding.Vni => Vni.Write(unicode),
        };
    }

    /// <summary>How many words speak for an encoding; zero unless that is enough and few speak against it.</summary>
    private static long Evidence(Dictionary<string, int> counts, NameEncoding encoding)
    {
        long speakFor = 0, against = 0, undecided = 0, weight = 0;
        foreach (var (word, count) in counts)
        {
            var reading = Read(word, encoding);
            if (reading.IsUnicode || (reading.Stands && !reading.Decodes)) against += count;
            if (reading is { IsUnicode: false, Stands: false, Decodes: false }) undecided += count;
            if (reading.IsUnicode || reading.Stands || !reading.Decodes) continue;

            speakFor += count;
            var isKnown = KnownNames.Contains(reading.Decoded.ToUpperInvariant());
            weight += isKnown ? reading.Decoded.Length >= 4 ? 3 : 2 : 1;
        }

        return weight >= EnoughEvidence && speakFor >= Majority * against + undecided ? speakFor : 0;
    }

    private static Reading Read(string word, NameEncoding encoding)
    {
        var isUnicode = word.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF') && IsUnicodeVietnamese(word);
        var stands = !isUnicode && Syllable.IsValid(word);
        if (word.Length > LongestWord) return new Reading(isUnicode, stands, Decodes: false, word);

        if (encoding == NameEncoding.Vni)
        {
            var vni = Vni.Read(word, out var isVni);
            return new Reading(isUnicode, stands, isVni && Syllable.IsValid(vni), vni);
        }

        var small = Tcvn3.Read(word, withCapitals: false, out var isVn3);
        if (isVn3 && Syllable.IsValid(small)) return new Reading(isUnicode, stands, Decodes: true, small);
        var capital = Tcvn3.Read(word, withCapitals: true, out var isVn2);
        var readsVn2 = isVn2 && !isVn3 && !stands && !Tcvn3.HasQuotes(word) && Syllable.IsValid(capital);
        return new Reading(isUnicode, stands, readsVn2, readsVn2 ? capital : small);
    }

    /// <summary>Letters and marks of Vietnamese that Latin-1 lacks.</summary>
    private static bool IsUnicodeVietnamese(string word)
    {
        foreach (var letter in word)
        {
            if (letter <= 0xFF) continue;
            if (Letters.TryDecompose(letter, out _, out _) || Letters.ToneOf(letter) is not null) return true;
            if (letter is '\u0302' or '\u0306' or '\u031B') return true;
        }

        return false;
    }

    private static bool BeginsAsItStands(string text, Range first, Reading reading) =>
        KnownNames.Contains(text[first].ToUpperInvariant()) && !KnownNames.Contains(reading.Decoded.ToUpperInvariant());

    // TCVN3 shows no case on letters with tone: they follow the other letters.
    private static string Recase(string text, Range word, string decoded)
    {
        if (IsInCapitals(text)) return decoded.ToUpperInvariant();
        var start = word.Start.Value;
        var opens = start == 0 || char.IsWhiteSpace(text[start - 1]);
        return opens && text.Any(IsCapital) ? char.ToUpperInvariant(decoded[0]) + decoded[1..] : decoded;
    }

    /// <summary>Two capitals side by side and no small letter.</summary>
    private static bool IsInCapitals(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('a', 'z') || text.AsSpan().ContainsAnyInRange('\u00A8', '\u00AE')) return false;
        for (var i = 1; i < text.Length; i++)
        {
            if (IsCapital(text[i - 1]) && IsCapital(text[i])) return true;
        }

        return false;
    }

    private static bool IsCapital(char code) => char.IsAsciiLetterUpper(code) || code is >= '\u00A1' and <= '\u00A7';

    /// <summary>The words that have a character beyond ASCII; blanks and ASCII punctuation divide words.</summary>
    private static IEnumerable<Range> MarkedWords(string text)
    {
        var start = 0;
        var isMarked = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !Divides(text[i]))
            {
                isMarked |= text[i] >= 0x80;
                continue;
            }

            if (isMarked) yield return start..i;
            start = i + 1;
            isMarked = false;
        }
    }

    // U+0085 is a line end to .NET and a letter to VN2.
    private static bool Divides(char c) => c < 0x80 ? !char.IsAsciiLetter(c) : c != '\u0085' && char.IsWhiteSpace(c);

    /// <summary>A word both ways: whether it is a syllable as it stands, and when decoded.</summary>
    private readonly record struct Reading(bool IsUnicode, bool Stands, bool Decodes, string Decoded);
}
