using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing.Words;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>How often words stand in one part of the register's names: shares of all people.</summary>
internal sealed class WordShares
{
    // Those one letter away from a word are sought among so many.
    private const int MostCommon = 400;

    private readonly WordTable _words;
    private readonly double _people;
    private readonly int[] _counts;
    private readonly int[] _plain;
    private readonly float[] _near;
    private readonly int[] _common;

    // Whose words are the common ones: the register's own, also where these are the words of those who changed.
    private readonly WordShares _register;

    /// <summary>The shares of a register's words.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="counts">By word, how many people have it there.</param>
    /// <param name="people">How many people there are.</param>
    public WordShares(WordTable words, int[] counts, double people)
    {
        (_words, _counts, _people, _register) = (words, counts, people, this);
        (_plain, _near, _common) = (SumByPlain(words, counts), new float[counts.Length], Commonest(words, counts));
    }

    private WordShares(WordTable words, WordShares register, int[] counts, int[] plain)
    {
        (_words, _counts, _people, _register) = (words, counts, register._people, register);
        (_plain, _near, _common) = (plain, new float[counts.Length], register._common);
    }

    /// <summary>The share of people who have a word.</summary>
    public double this[int word] => Frequencies.Share(_counts[word], _people);

    /// <summary>The share of people who have a word but for its marks.</summary>
    public double Plain(int word) => Frequencies.Share(_plain[word], _people);

    /// <summary>The share of people who have a word one letter away.</summary>
    public double Near(int word)
    {
        // Computed when first asked for; two threads may both do it, with the same outcome.
        if (_near[word] > 0) return _near[word];
        var sum = 0.5;
        foreach (var other in _common)
            if (WordComparison.Compare(_words[word], _register._words[other]) == WordLevel.OneLetter) sum += _register._counts[other];
        return _near[word] = (float)(sum / _people);
    }

    /// <summary>The same shares for other words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="known">By word, which one of the register it is.</param>
    public WordShares Of(WordTable words, KnownWord[] known) => new(
        words, this, [.. known.Select(word => _counts[word.Same])], [.. known.Select(word => _plain[word.Alike])]);

    // Of equally common words the letters decide: codes depend on which core read which word first.
    private static int[] Commonest(WordTable words, int[] counts) =>
        [.. Enumerable.Range(1, words.Count).Where(word => counts[word] > 0).OrderByDescending(word => counts[word])
            .ThenBy(word => System.Text.Encoding.Latin1.GetString(words[word]), StringComparer.Ordinal).Take(MostCommon)];

    private static int[] SumByPlain(WordTable words, int[] counts)
    {
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        var plain = new string[words.Count + 1];
        for (var code = 1; code <= words.Count; code++)
        {
            plain[code] = KnownWord.PlainOf(words[code]);
            sums[plain[code]] = sums.GetValueOrDefault(plain[code]) + counts[code];
        }

        var result = new int[words.Count + 1];
        for (var code = 1; code <= words.Count; code++) result[code] = sums[plain[code]];
        return result;
    }
}
