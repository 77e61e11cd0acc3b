using System.Linq.Expressions;
using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Web.Tables;

/// <summary>Searching without marks: what was typed and what is stored meet as small letters without marks.</summary>
public static class PlainWords
{
    /// <summary>Small letters without marks, one space between words. Digits and signs stay.</summary>
    public static string Of(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (Letters.TryDecompose(c, out var letter, out _))
            {
                plain.Append(char.ToLowerInvariant(Letters.Plain(letter)));
            }
            else if (Letters.ToneOf(c) is null && c is not ('\u0302' or '\u0306' or '\u031B'))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Keeps rows whose stored plain text holds each of the words, in any order. Looks at every row that is left.</summary>
    public static IQueryable<T> Holding<T>(this IQueryable<T> rows, Expression<Func<T, string>> stored, string words)
    {
        foreach (var word in words.Split(' ')) rows = ListColumn<T>.Where(rows, stored, text => text.Contains(word));
        return rows;
    }

    /// <summary>Keeps rows whose stored plain text begins with the words; served by an index in byte order.</summary>
    public static IQueryable<T> BeginningWith<T>(this IQueryable<T> rows, Expression<Func<T, string>> stored, string words)
    {
        var end = words + '\uFFFF';
#pragma warning disable RS0030 // Not run here: this is the one comparison that the database providers translate.
        return ListColumn<T>.Where(rows, stored, text => string.Compare(text, words) >= 0 && string.Compare(text, end) < 0);
#pragma warning restore RS0030
    }
}
