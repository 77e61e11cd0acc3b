using System.Collections.Frozen;
using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Reading.Legacy;

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
    // Each letter of a syllable is coded by at most two characters; what is longer is no evidence.
    private const int LongestWord = 2 * Syllable.MaxLength;

    // Distinct words must make this much evidence; a known name of four letters or more is enough by itself.
    private const int EnoughEvidence = 3;

    // A legacy column may have rows in Unicode, but at most one word in four.
    private const int Majority = 3;

    // Family names and the two middle names nearly every list has, with marks.
    private static readonly FrozenSet<string> KnownNames = Words("""
        NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH ĐÀO ĐOÀN TRƯƠNG TRỊNH HÀ TÔ LÂM PHÙNG
        CHÂU QUÁCH TRIỆU NÔNG LƯƠNG VƯƠNG TẠ LƯU HỨA SẦM BẾ MÃ LỤC LÃ ĐÀM THÂN VĂN THỊ
        """);

    // Other usual names that are legacy text for another syllable, or such another.
    private static readonly FrozenSet<string> OtherNames = Words("""
        SÙNG GIÀNG VÀNG QUÀNG LÒ CÔNG ĐÔNG HÙNG TÙNG SÁNG SÂM TÂM VÂN NGÂN NHÂN TOÀN HOÀ HÒA KHUÊ TÚ TÍN TÌNH
        HỒNG HỒI DŨNG HẠNH HUỆ LỘC MỸ NGỌC PHÚC QUÝ THÙY THÚY THUỲ THUÝ Ý
        """);

    /// <summary>How a column is coded: <see cref="NameEncoding.Unicode"/> unless the evidence is strong.</summary>
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
    /// are; one that could be either is taken for legacy, unless its words are the more usual names as it stands.
    /// </returns>
    public static string Decode(string text, NameEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (encoding == NameEncoding.Unicode) return text;
        var words = MarkedWords(text).ToList();
        if (words.Count == 0) return text;

        var readings = words.ConvertAll(word => Read(text[word], encoding));
        if (readings.Exists(reading => reading.InVn2))
            readings = words.ConvertAll(word => Read(text[word], encoding, inVn2: true));
        var onlyFaulty = readings.Exists(reading => reading.IsUnicode || (reading.Stands && !reading.Decodes)) ||
            (readings.TrueForAll(reading => reading.Stands) && IsLikelierAsItStands(text, words, readings));
        var decoded = new StringBuilder(text.Length);
        var done = 0;
        for (var i = 0; i < words.Count; i++)
        {
            decoded.Append(text, done, words[i].Start.Value - done);
            var reading = readings[i];
            var stays = onlyFaulty && (reading.Stands || !reading.Decodes);
            if (stays) decoded.Append(text[words[i]]);
            else if (encoding == NameEncoding.Tcvn3) decoded.Append(Recase(text, words[i], reading.Decoded));
            else decoded.Append(reading.Decoded);
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

    // VN2 is believed only of a word that is nothing else, or beside such a word.
    private static Reading Read(string word, NameEncoding encoding, bool inVn2 = false)
    {
        var isUnicode = IsUnicodeVietnamese(word);
        var stands = !isUnicode && Syllable.IsValid(word);
        if (word.Length > LongestWord) return new Reading(isUnicode, stands, Decodes: false, word);

        if (encoding == NameEncoding.Vni)
        {
            var vni = Vni.Read(word, out var isVni);
            return new Reading(isUnicode, stands, isVni && Syllable.IsValid(vni), vni);
        }

        var small = Tcvn3.Read(word, withCapitals: false, out var isVn3);
        if (isVn3 && Syllable.IsValid(small)) return new Reading(isUnicode, stands, Decodes: true, small);
        var joined = Tcvn3.Join(small);
        if (isVn3 && Syllable.IsValid(joined)) return new Reading(isUnicode, stands, Decodes: true, joined);
        if (isVn3) return new Reading(isUnicode, stands, Decodes: false, small);
        var capital = Tcvn3.Read(word, withCapitals: true, out var isVn2);
        var readsVn2 = isVn2 && Syllable.IsValid(capital) && (inVn2 || !(stands || Tcvn3.HasQuotes(word)));
        return new Reading(isUnicode, stands, readsVn2, readsVn2 ? capital : small, readsVn2);
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

    /// <summary>Of a value that spells names both ways: whether the usual ones are those as it stands.</summary>
    private static bool IsLikelierAsItStands(string text, List<Range> words, List<Reading> readings)
    {
        var lead = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var opens = string.IsNullOrWhiteSpace(text[..words[i].Start]);
            lead += Usualness(text[words[i]], opens) - Usualness(readings[i].Decoded, opens);
        }

        return lead > 0;
    }

    private static int Usualness(string word, bool opens)
    {
        var capitals = word.ToUpperInvariant();
        var isFamilyName = KnownNames.Contains(capitals);
        return isFamilyName && opens ? 2 : isFamilyName || OtherNames.Contains(capitals) ? 1 : 0;
    }

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
        if (text.Any(code => char.IsAsciiLetterLower(code) || code is >= '\u00A8' and <= '\u00AE')) return false;
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

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word both ways: whether it is a syllable as it stands, and when decoded.</summary>
    private readonly record struct Reading(
        bool IsUnicode, bool Stands, bool Decodes, string Decoded, bool InVn2 = false);
}
