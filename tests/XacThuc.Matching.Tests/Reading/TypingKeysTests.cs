using CsCheck;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;
using Xunit;
using static System.StringComparison;

namespace XacThuc.Matching.Tests.Reading;

public sealed class TypingKeysTests
{
    private static readonly Dictionary<char, string> TelexMarks = Marks("AW AA DD EE OO OW UW");
    private static readonly Dictionary<char, string> VniMarks = Marks("A8 A6 D9 E6 O6 O7 U7");

    [Theory]
    [InlineData("Nguyeenx", "Nguyễn")]
    [InlineData("Nguyênx", "Nguyễn")]
    [InlineData("Nguyenex", "Nguyễn")]
    [InlineData("Nguyeexn", "Nguyễn")]
    [InlineData("NGUYEENX", "NGUYỄN")]
    [InlineData("nguyeenx", "nguyễn")]
    [InlineData("NGuyeenx", "Nguyễn")]
    [InlineData("Ddawngj", "Đặng")]
    [InlineData("Thij", "Thị")]
    [InlineData("Vaawn", null)]
    [InlineData("Vawn", "Văn")]
    [InlineData("Vanw", "Văn")]
    [InlineData("Quaan", "Quân")]
    [InlineData("Hoafng", "Hoàng")]
    [InlineData("Hoangf", "Hoàng")]
    [InlineData("Hoaf", "Hòa")]
    [InlineData("Traanf", "Trần")]
    [InlineData("Tranaf", "Trần")]
    [InlineData("Huowng", "Hương")]
    [InlineData("Huwowng", "Hương")]
    [InlineData("Huongw", "Hương")]
    [InlineData("Dduwcs", "Đức")]
    [InlineData("Dducws", "Đức")]
    [InlineData("Hoawcj", "Hoặc")]
    [InlineData("Thuowr", "Thuở")]
    [InlineData("Nhw", "Như")]
    [InlineData("Luuw", "Lưu")]
    [InlineData("Muaf", "Mùa")]
    [InlineData("Muwaf", "Mừa")]
    [InlineData("Muaw", "Mưa")]
    [InlineData("Quys", "Quý")]
    [InlineData("Giaps", "Giáp")]
    [InlineData("Ngoeos", "Ngoéo")]
    [InlineData("Soos", "Số")]
    [InlineData("Ynhs", null)]
    [InlineData("Huynhf", "Huỳnh")]
    [InlineData("Nguye6n4", "Nguyễn")]
    [InlineData("Nguyen64", "Nguyễn")]
    [InlineData("Nguye64n", "Nguyễn")]
    [InlineData("Va8n", "Văn")]
    [InlineData("D9o64", "Đỗ")]
    [InlineData("D9ang85", "Đặng")]
    [InlineData("Aaron1", null)]
    [InlineData("Ooc1", "Oóc")]
    [InlineData("Hu7o7ng", "Hương")]
    [InlineData("Huong7", "Hương")]
    [InlineData("Thi5", "Thị")]
    public void Keys_become_the_letters_they_meant(string word, string? meant)
    {
        var isConverted = TypingKeys.TryConvert(word, out var converted);

        Assert.Equal(meant is not null, isConverted);
        Assert.Equal(meant ?? word, converted);
    }

    [Theory]
    [InlineData("Nguyen Nguyễn Loc Lộc Phuc Xuan Sang Soan Ruan Dung Dinh Boong Xoong Ngoeo Thanh Trinh An Y A")]
    [InlineData("Quooc Looc Toocx Anders Ferguson Wong Chris Niê Bluê Brông Đặngj w ww ss dd 1 123 a11 An2024 Lan0")]
    [InlineData("Nguye\u0302\u0303nx \0s \uD800s Nguyeenx. Nguyeenx\0 Nguyễnn Hoaffs Tuaansssssssssssssssssssss")]
    public void Words_without_keys_stay(string words)
    {
        foreach (var word in words.Split(' '))
        {
            Assert.False(TypingKeys.TryConvert(word, out var converted));
            Assert.Equal(word, converted);
        }

        Assert.False(TypingKeys.TryConvert("", out _));
    }

    [Fact]
    public void Every_syllable_typed_in_telex_or_vni_comes_back_unless_its_keys_spell_another()
    {
        foreach (var syllable in Names.Syllables())
        {
            var telex = Typed(syllable, TelexMarks, "ZFRXSJ");
            var vni = Typed(syllable, VniMarks, "023415");

            foreach (var keys in (string[])[telex, vni])
            {
                var isDoubledO = ReferenceEquals(keys, telex) && Spelling(syllable).Letters.Contains("OO", Ordinal);
                if (isDoubledO || Syllable.IsValid(keys)) continue;
                Assert.True(TypingKeys.TryConvert(keys, out var converted));
                Assert.Equal(Spelling(syllable), Spelling(converted));
            }
        }
    }

    [Fact]
    public void No_characters_make_it_throw()
    {
        Gen.Char.Array[0, 20].Sample(
            characters =>
            {
                var word = new string(characters);

                if (!TypingKeys.TryConvert(word, out var converted)) Assert.Equal(word, converted);
            },
            iter: 20_000);
    }

    private static Dictionary<char, string> Marks(string keys) =>
        "ĂÂĐÊÔƠƯ".Zip(keys.Split(' ')).ToDictionary(pair => pair.First, pair => pair.Second);

    private static string Typed(string syllable, Dictionary<char, string> marks, string toneKeys)
    {
        var (letters, tone) = Spelling(syllable);
        var typed = string.Concat(letters.Select(letter => marks.GetValueOrDefault(letter, $"{letter}")));
        return tone == Tone.Level ? typed : typed + toneKeys[(int)tone];
    }

    private static (string Letters, Tone Tone) Spelling(string word)
    {
        var letters = new char[word.Length];
        var tone = Tone.Level;
        for (var i = 0; i < word.Length; i++)
        {
            Letters.TryDecompose(word[i], out letters[i], out var carried);
            if (carried != Tone.Level) tone = carried;
        }

        return (new string(letters), tone);
    }
}
