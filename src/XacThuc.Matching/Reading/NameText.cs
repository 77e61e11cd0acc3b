using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Reading;

/// <summary>A name as read, in the forms that lists need. Its text is masked when printed.</summary>
/// <param name="Shown">Upper-case, composed Unicode, one space between words.</param>
/// <param name="Search">Small letters without marks, one space between words: what a search without marks looks through.</param>
/// <param name="Sort">
/// Given name, family name, middle names; of each word its letters by the Vietnamese alphabet, then its tone. Made of
/// 0-9 and A-X only, so that any collation of any database puts it in the same order.
/// </param>
public readonly record struct NameText(string Shown, string Search, string Sort)
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWX";

    /// <summary>Reads a name.</summary>
    /// <returns>
    /// <see cref="FieldVerdict.NotCompared"/> where it can be read, otherwise <see cref="FieldVerdict.Missing"/> or
    /// <see cref="FieldVerdict.Unreadable"/>.
    /// </returns>
    public static FieldVerdict Read(ReadOnlySpan<char> written, out NameText name)
    {
        name = new NameText("", "", "");
        if (written.Length > 4096) return FieldVerdict.Unreadable;
        Span<byte> letters = stackalloc byte[LetterCodes.MaxLength + 16];
        Span<char> word = stackalloc char[LetterCodes.MaxLength];
        var (shown, search, sorts) = (new StringBuilder(written.Length), new StringBuilder(written.Length), new List<string>(4));
        var (length, anyLetter) = (0, false);
        for (var i = 0; i <= written.Length; i++)
        {
            if (i < written.Length && !LetterCodes.IsSpace(written[i]))
            {
                if (LetterCodes.IsInvisible(written[i])) continue;
                if (written[i] is '\uFFFD' or '\0' || length == word.Length) return FieldVerdict.Unreadable;
                anyLetter |= char.IsLetter(written[i]);
                word[length++] = written[i];
                continue;
            }

            if (length == 0) continue;
            if (sorts.Count == NameReader.MaxWords) return FieldVerdict.Unreadable;
            var codes = LetterCodes.Write(word[..length], letters);
            if (codes < 0) return FieldVerdict.Unreadable;
            if (sorts.Count > 0) (_, _) = (shown.Append(' '), search.Append(' '));
            shown.Append(LetterCodes.Show(letters[..codes]));
            AddPlain(search, letters[..codes]);
            sorts.Add(SortOf(letters[..codes]));
            length = 0;
        }

        if (sorts.Count == 0) return FieldVerdict.Missing;
        if (!anyLetter) return FieldVerdict.Unreadable;
        name = new NameText(
            shown.ToString(), search.ToString(), string.Concat([sorts[^1], .. sorts.Take(sorts.Count - 1)]));
        return FieldVerdict.NotCompared;
    }

    /// <summary>What a person typed to search for, in the form that <see cref="Search"/> has; empty for none.</summary>
    public static string SearchOf(string typed)
    {
        _ = Read(typed, out var name);
        return name.Search;
    }

    /// <summary>Nothing of the name.</summary>
    public override string ToString() => nameof(NameText);

    private static void AddPlain(StringBuilder to, ReadOnlySpan<byte> codes)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            if (LetterCodes.IsTone(codes[i])) continue;
            if (codes[i] == LetterCodes.Other)
            {
                to.Append(char.ToLowerInvariant((char)(codes[i + 1] << 8 | codes[i + 2])));
                i += 2;
                continue;
            }

            to.Append(LetterCodes.IsLetter(codes[i])
                ? char.ToLowerInvariant(Letters.Plain(LetterCodes.LetterOf(codes[i])))
                : char.ToLowerInvariant((char)(codes[i] & 0x7F)));
        }
    }

    // 0 ends the letters of a word, and sorts before all of them; then its tone.
    private static string SortOf(ReadOnlySpan<byte> codes)
    {
        Span<char> key = stackalloc char[LetterCodes.MaxLength + 18];
        var (at, tone) = (0, 0);
        for (var i = 0; i < codes.Length; i++)
        {
            if (LetterCodes.IsTone(codes[i])) tone = codes[i] - LetterCodes.FirstTone + 1;
            else if (LetterCodes.IsLetter(codes[i])) key[at++] = Digits[codes[i]];
            else if (codes[i] == LetterCodes.Other) i += 2;
        }

        (key[at], key[at + 1]) = ('0', Digits[tone]);
        return new string(key[..(at + 2)]);
    }
}
