using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Web.Shell;

/// <summary>A piece of a text.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Differs">Whether the other text has something else here.</param>
public readonly record struct TextPiece(string Text, bool Differs);

/// <summary>What differs between two short texts, letter by letter, as marked for whoever compares them.</summary>
/// <param name="One">The first text in pieces; together they are the whole of it.</param>
/// <param name="Other">The second text in pieces.</param>
public sealed record TextDifference(IReadOnlyList<TextPiece> One, IReadOnlyList<TextPiece> Other)
{
    // What is longer is no name or address: all of it is marked.
    private const int Longest = 400;

    /// <summary>Compares two texts. How a letter was typed (composed or with combining marks) makes no difference.</summary>
    public static TextDifference Between(string one, string other)
    {
        var (left, right) = (Split(one), Split(other));
        var (leftDiffers, rightDiffers) = (new bool[left.Count], new bool[right.Count]);
        if (left.Count > Longest || right.Count > Longest || !Align(left, right, leftDiffers, rightDiffers))
        {
            Array.Fill(leftDiffers, true);
            Array.Fill(rightDiffers, true);
        }

        return new(Join(left, leftDiffers), Join(right, rightDiffers));
    }

    // The cheapest way from one to the other; a letter that only changed its marks stays with its partner.
    private static bool Align(List<Letter> one, List<Letter> other, bool[] oneDiffers, bool[] otherDiffers)
    {
        var cost = new int[one.Count + 1, other.Count + 1];
        for (var i = 0; i <= one.Count; i++) cost[i, 0] = 2 * i;
        for (var j = 0; j <= other.Count; j++) cost[0, j] = 2 * j;
        for (var i = 1; i <= one.Count; i++)
        {
            for (var j = 1; j <= other.Count; j++)
                cost[i, j] = Math.Min(cost[i - 1, j - 1] + Change(one[i - 1], other[j - 1]), 2 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
        }

        var same = 0;
        for (int i = one.Count, j = other.Count; i > 0 || j > 0;)
        {
            var change = i > 0 && j > 0 ? Change(one[i - 1], other[j - 1]) : -1;
            if (change >= 0 && cost[i, j] == cost[i - 1, j - 1] + change)
            {
                oneDiffers[--i] = otherDiffers[--j] = change > 0;
                if (change < 2) same++;
            }
            else if (i > 0 && cost[i, j] == cost[i - 1, j] + 2)
            {
                oneDiffers[--i] = true;
            }
            else
            {
                otherDiffers[--j] = true;
            }
        }

        // Where little is alike, marks between chance letters would only confuse.
        return 3 * same >= Math.Max(one.Count, other.Count);
    }

    private static int Change(Letter one, Letter other) =>
        one.Read == other.Read ? 0 : one.Plain == other.Plain ? 1 : 3;

    private static List<Letter> Split(string text)
    {
        var letters = new List<Letter>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            var read = text[i] == '\u00A0' ? ' ' : text[i];
            while (i + length < text.Length && Letters.WithCombining(read, text[i + length]) is { } marked)
            {
                read = marked;
                length++;
            }

            var plain = Letters.TryDecompose(read, out var letter, out _) ? Letters.Plain(letter) : read;
            letters.Add(new(text.Substring(i, length), length == 2 && char.IsSurrogate(read) ? text[i + 1] : read, plain));
            i += length;
        }

        return letters;
    }

    private static List<TextPiece> Join(List<Letter> letters, bool[] differs)
    {
        var pieces = new List<TextPiece>();
        for (var i = 0; i < letters.Count;)
        {
            var end = i;
            while (end < letters.Count && differs[end] == differs[i]) end++;
            pieces.Add(new(string.Concat(letters.Skip(i).Take(end - i).Select(letter => letter.Written)), differs[i]));
            i = end;
        }

        return pieces;
    }

    private readonly record struct Letter(string Written, char Read, char Plain);
}
