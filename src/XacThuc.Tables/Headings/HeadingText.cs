using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Tables.Headings;

/// <summary>Brings a heading to its bare letters, whatever alphabet it was typed in.</summary>
public static class HeadingText
{
    /// <summary>Unicode, composed or not.</summary>
    public static string Fold(string written)
    {
        var folded = new StringBuilder(written.Length);
        foreach (var c in written)
        {
            if (Letters.TryDecompose(c, out var letter, out _))
                folded.Append(char.ToLowerInvariant(Letters.Plain(letter)));
            else if (char.IsAsciiDigit(c)) folded.Append(c);
            else if (char.IsLetter(c)) folded.Append('?');
        }

        return folded.ToString();
    }

    /// <summary>TCVN3 (.VnTime) bytes seen as Windows-1252: each vowel's tones stand together in its table.</summary>
    public static string FoldTcvn3(string written)
    {
        return Fold(string.Create(written.Length, written, static (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++) plain[i] = OfTcvn3(from[i]);
        }));
    }

    /// <summary>VNI bytes seen as Windows-1252: a mark is a letter of its own behind its vowel.</summary>
    public static string FoldVni(string written)
    {
        var plain = new StringBuilder(written.Length);
        foreach (var c in written.ToLowerInvariant())
        {
            var afterVowel = plain.Length > 0 && plain[^1] is 'a' or 'e' or 'o' or 'u' or 'y';
            switch (c)
            {
                case 'ô' or 'ö':
                    plain.Append(c == 'ô' ? 'o' : 'u');
                    break;
                case 'ñ':
                    plain.Append('d');
                    break;
                case 'í' or 'ì' or 'æ' or 'ó' or 'ò':
                    plain.Append('i');
                    break;
                case 'î':
                    plain.Append('y');
                    break;
                case 'ø' or 'ù' or 'û' or 'õ' or 'ï' or 'â' or 'ê' or 'å' or 'á' or 'à' or 'ã' or 'ä' or 'é' or 'è'
                    or 'ú' or 'ü' or 'ë' when afterVowel:
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        return Fold(plain.ToString());
    }

    /// <summary>"Ngày sinh (dd/mm/yyyy)" and "[3] Họ tên" without what stands in brackets.</summary>
    public static string WithoutBrackets(string written)
    {
        var bare = new StringBuilder(written.Length);
        var depth = 0;
        foreach (var c in written)
        {
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']') depth = Math.Max(0, depth - 1);
            else if (depth == 0) bare.Append(c);
        }

        return bare.ToString();
    }

    private static char OfTcvn3(char c) => c switch
    {
        >= '\u00A1' and <= '\u00A2' or >= '\u00A8' and <= '\u00A9' or >= '\u00B5' and <= '\u00CB' => 'a',
        '\u00A3' or '\u00AA' or (>= '\u00CC' and <= '\u00D6') => 'e',
        '\u00A4' or '\u00A5' or '\u00AB' or '\u00AC' or (>= '\u00DF' and <= '\u00EE') => 'o',
        '\u00A6' or '\u00AD' or (>= '\u00EF' and <= '\u00F9') => 'u',
        '\u00A7' or '\u00AE' => 'd',
        >= '\u00D7' and <= '\u00DE' => 'i',
        >= '\u00FA' and <= '\u00FE' => 'y',
        _ => c,
    };
}
