using CsCheck;
using XacThuc.Matching.Comparing;
using Xunit;

namespace XacThuc.Matching.Tests.Comparing;

public sealed class WordComparisonTests
{
    private static readonly IReadOnlyDictionary<string, (string Written, string Register, string Due)> All = ReadableList.Read("words.csv");

    public static TheoryData<string> Titles => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Two_words_are_as_near_as_the_list_says(string title)
    {
        var (written, register, due) = All[title];

        var level = WordComparison.Compare(Canonical.Of(written), Canonical.Of(register));

        Assert.Equal(due, level.ToString());
    }

    [Fact]
    public void The_distance_of_words_is_the_one_of_the_textbook()
    {
        var letters = Gen.Byte[1, 3].Array[0, 7];
        var pairs = Gen.Select(letters, letters).Array[Effort.Of(40_000)].Generate(new PCG(6, 1), null, out _);

        var differing = pairs.Where(pair => EditDistance.UpTo2(pair.Item1, pair.Item2) != Math.Min(3, Textbook(pair.Item1, pair.Item2)));

        Assert.Empty(differing);
    }

    [Theory]
    [InlineData(24, 2)]
    [InlineData(25, 3)]
    public void Beyond_24_letters_that_differ_words_are_far_from_each_other(int length, int distance)
    {
        // The middle is moved by one: two changes, but none of its letters is in its place.
        byte[] there = [.. Enumerable.Range(0, length).Select(i => (byte)(i % 5 + 1))];
        byte[] back = [.. there[1..], 9];

        Assert.Equal(distance, EditDistance.UpTo2(there, back));
        Assert.Equal(distance, EditDistance.UpTo2(back, there));
    }

    // Optimal string alignment, the whole table.
    private static int Textbook(byte[] left, byte[] right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replaced, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[left.Length, right.Length];
    }
}
