using CsCheck;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;
using Xunit;

namespace XacThuc.Matching.Tests.Reading;

public sealed class LegacyTextTests
{
    public static TheoryData<string, string, string> Vectors()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "legacy.csv")).Skip(1))
        {
            var cells = line.Split(',');
            data.Add(cells[0], cells[1], cells[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public void A_legacy_name_decodes_to_what_it_meant(string encoding, string written, string meant)
    {
        var decoded = LegacyText.Decode(written, Enum.Parse<NameEncoding>(encoding, ignoreCase: true));

        Assert.Equal(meant, decoded);
    }

    [Theory]
    [InlineData(NameEncoding.Tcvn3)]
    [InlineData(NameEncoding.Vni)]
    public void The_vectors_of_an_encoding_are_a_column_of_it(NameEncoding encoding)
    {
        var column = Vectors().Select(row => row.Data)
            .Where(row => string.Equals(row.Item1, $"{encoding}", StringComparison.OrdinalIgnoreCase))
            .Select(row => row.Item2);

        Assert.Equal(encoding, LegacyText.Detect(column));
    }

    [Fact]
    public void Every_letter_with_every_tone_survives_vni()
    {
        foreach (var letter in Names.Letters())
            Assert.Equal($"{letter}", Vni.Read(Vni.Write($"{letter}"), out _));
    }

    [Fact]
    public void Every_letter_with_every_tone_survives_tcvn3_and_loses_its_case_only_with_a_tone()
    {
        foreach (var letter in Names.Letters())
        {
            Letters.TryDecompose(letter, out _, out var tone);
            var expected = tone == Tone.Level ? letter : char.ToLowerInvariant(letter);

            var decoded = Tcvn3.Read(Tcvn3.Write($"{letter}"), withCapitals: false, out var isComplete);

            Assert.Equal($"{expected}", decoded);
            Assert.True(isComplete);
        }
    }

    [Theory]
    [InlineData(NameEncoding.Tcvn3)]
    [InlineData(NameEncoding.Vni)]
    public void Every_syllable_survives_behind_a_legacy_word(NameEncoding encoding)
    {
        foreach (var syllable in Names.Syllables())
        {
            foreach (var name in (string[])[$"Nguyễn Văn {Names.Capitalised(syllable)}", $"NGUYỄN VĂN {syllable}"])
                Assert.Equal(name, LegacyText.Decode(LegacyText.Encode(name, encoding), encoding));
        }
    }

    [Theory]
    [InlineData(NameEncoding.Tcvn3)]
    [InlineData(NameEncoding.Vni)]
    public void A_legacy_column_of_some_names_is_found_and_decoded(NameEncoding encoding)
    {
        Names.Kinh.Array[5, 200].Sample(
            column =>
            {
                var written = Array.ConvertAll(column, name => LegacyText.Encode(name, encoding));

                Assert.Equal(encoding, LegacyText.Detect(written));
                var decoded = written.Select(name => LegacyText.Decode(name, encoding));
                Assert.Equal(column, decoded, StringComparer.OrdinalIgnoreCase);
            },
            iter: 2000);
    }

    [Theory]
    [InlineData("NguyÔn Thu Trang", NameEncoding.Tcvn3)]
    [InlineData("Lª V¨n An", NameEncoding.Tcvn3)]
    [InlineData("Nguyeãn Thu Trang", NameEncoding.Vni)]
    [InlineData("Leâ Vaên An", NameEncoding.Vni)]
    public void One_name_with_a_common_family_name_is_enough(string name, NameEncoding encoding)
    {
        Assert.Equal(encoding, LegacyText.Detect([name]));
    }

    [Fact]
    public void A_unicode_column_of_any_length_is_never_taken_for_legacy()
    {
        var column = Gen.OneOf(
            Names.Anyone.Array[1, 200],
            Names.Kinh.Array[1, 200],
            Names.InLatin1.Array[1, 200],
            Names.Unmarked.Array[1, 200],
            Names.OtherPeoples.Array[1, 200]);

        column.Sample(names => Assert.Equal(NameEncoding.Unicode, LegacyText.Detect(names)), iter: 10_000);
    }

    [Fact]
    public void No_column_of_syllables_in_latin_1_letters_is_taken_for_legacy()
    {
        var words = Names.Syllables().Where(word => !word.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF')).ToArray();

        Assert.True(words.Length > 2000);
        Assert.Equal(NameEncoding.Unicode, LegacyText.Detect(words));
        Assert.All(words, word => Assert.Equal(NameEncoding.Unicode, LegacyText.Detect([word])));
    }

    [Theory]
    [InlineData("Nguye\u0302\u0303n Va\u0306n")]
    [InlineData("Loïc Haïm")]
    [InlineData("Mª Carmen")]
    [InlineData("H’ Hen|M’ Lô|N’ Trang")]
    [InlineData("Nguyá»…n VÄƒn|Tráº§n Thá»‹")]
    [InlineData("Müller|José|François|João|Björn|Muñoz|Þórður|Zoë|Raphaël|Moïse|Åse")]
    [InlineData("Thuý Hoà|Hoàng Toàn|Đỗ|Tô|Hà|Lý")]
    [InlineData("NguyÔn V¨n An|Nguyễn Văn An|Trần Thị Bình|Lê Văn Cường")]
    [InlineData("")]
    [InlineData(" | |")]
    public void Names_that_only_look_odd_are_unicode(string column)
    {
        Assert.Equal(NameEncoding.Unicode, LegacyText.Detect(column.Split('|')));
    }

    [Theory]
    [InlineData(NameEncoding.Tcvn3)]
    [InlineData(NameEncoding.Vni)]
    public void A_unicode_name_in_a_legacy_column_stays_when_a_letter_tells(NameEncoding encoding)
    {
        Names.Kinh.Where(name => name.AsSpan().ContainsAnyInRange('\u0100', '\u1EFF')).Sample(
            name =>
            {
                var decoded = LegacyText.Decode(name, encoding);

                Assert.Equal(name, decoded);
            },
            iter: 5000);
    }

    [Fact]
    public void Hostile_text_neither_throws_nor_counts()
    {
        string[] hostile =
        [
            "", "\0", "\uD800", "\uDC00\uD800", "\u00AD", "\u0085", "¸", "a\u0302",
            new('\u00B8', 100_000), new('ã', 100_000),
            string.Concat(Enumerable.Repeat("NguyÔ\0\uD83D", 10_000)), "Ａ", "\uFFFF",
        ];

        foreach (var text in hostile)
        {
            foreach (var encoding in Enum.GetValues<NameEncoding>())
            {
                _ = LegacyText.Decode(text, encoding);
                _ = LegacyText.Encode(text, encoding);
            }
        }

        Assert.Equal(NameEncoding.Unicode, LegacyText.Detect(hostile));
        Assert.Equal(NameEncoding.Unicode, LegacyText.Detect([null!]));
    }

    [Fact]
    public void Any_characters_can_be_read()
    {
        Gen.Char.Array[0, 30].Sample(
            characters =>
            {
                var text = new string(characters);

                foreach (var encoding in Enum.GetValues<NameEncoding>())
                {
                    Assert.NotNull(LegacyText.Decode(text, encoding));
                    Assert.NotNull(LegacyText.Encode(text, encoding));
                }

                Assert.Equal(NameEncoding.Unicode, LegacyText.Detect([text]));
            },
            iter: 10_000);
    }
}
