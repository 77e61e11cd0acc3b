using CsCheck;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Tests.Comparing;
using Xunit;

namespace XacThuc.Matching.Tests.Contract;

public sealed class WordSymmetryTests
{
    private static readonly Gen<(string Left, string Right)> Pairs = Registers.Sound
        .Select(person => person.FullName.Split(' ')[0])
        .SelectMany(word => Gen.OneOf<string>(
            Slips.InName(word), Slips.InName(word).SelectMany(slip => slip.Length > 0 ? Slips.InName(slip) : Gen.Const(word)), Writings.OfName(word),
            Registers.Sound.Select(other => other.FullName.Split(' ')[0])).Select(other => (word, other)));

    [Fact]
    public void What_is_the_same_or_alike_by_letters_is_so_both_ways()
    {
        var pairs = Pairs.Array[Effort.Of(20_000)].Generate(new PCG(4, 1), null, out _);

        var onesided = pairs.Where(pair => !IsMutual(Compare(pair.Left, pair.Right), Compare(pair.Right, pair.Left)));

        Assert.Empty(onesided);
    }

    [Fact]
    public void A_word_read_from_its_canonical_form_is_the_same_word()
    {
        var pairs = Pairs.Array[Effort.Of(20_000)].Generate(new PCG(5, 1), null, out _);

        var once = pairs.Select(pair => Canonical.Of(pair.Right)).ToArray();
        var twice = once.Select(word => Canonical.Of(LetterCodes.Show(word))).ToArray();

        Assert.Equal(once, twice);
    }

    private static bool IsMutual(WordLevel there, WordLevel back) =>
        there == back || IsDirected(there) || IsDirected(back);

    // Marks may be missing on one side only, keys unconverted, a word cut to its first letter.
    private static bool IsDirected(WordLevel level) =>
        level is WordLevel.MarksMissing or WordLevel.Tone or WordLevel.OtherMarks or WordLevel.Telex or WordLevel.Initial;

    private static WordLevel Compare(string left, string right) =>
        WordComparison.Compare(Canonical.Of(left), Canonical.Of(right));
}
