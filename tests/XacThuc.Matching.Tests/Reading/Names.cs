using CsCheck;
using XacThuc.Matching.Reading.Alphabet;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Tests.Reading;

/// <summary>Made-up people for the tests of reading.</summary>
internal static class Names
{
    private static readonly string[] FamilyNames = Words("""
        Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đào Đoàn Trương Trịnh Mai
        Hà Tô Lâm Phùng Châu Quách Triệu Nông Lương Vi Hứa Sầm Bế Mã Lục Lã Đàm Chu Thân Giàng Sùng Vàng Thạch
        Sơn Quàng Lò Cầm
        """);

    private static readonly string[] MiddleNames = Words("""
        Văn Thị Đức Hữu Ngọc Minh Xuân Thanh Quốc Thuỳ Thúy Kim Hồng Gia Bảo Viết Đình Công Mỹ Diệu Anh Như
        Thế Mạnh A
        """);

    private static readonly string[] GivenNames = Words("""
        An Bình Cường Dũng Đạt Giang Hà Hải Hạnh Hiếu Hoa Hoà Hòa Hoàng Huệ Hùng Hương Khánh Khoa Kiên Lan
        Linh Lộc Long Ly Mai Mạnh Nam Nga Ngân Nghĩa Nhung Oanh Phúc Phương Quân Quý Quyên Quỳnh Sơn Tâm Thảo
        Thắng Thuý Tiến Toàn Trang Trinh Tuấn Tú Tùng Uyên Vân Việt Vinh Vy Xoan Yến Ý Ánh Ân Út Ỷ Ưng Êm Páo
        Sáng Khuê Nguyệt Quyết Luật Thoại
        """);

    // Only letters that Latin-1 has as well, Đ typed as eth included.
    private static readonly string[] WordsInLatin1 = Words("""
        Tô Hà Lý Lê Lã Mã Lâm Ngô Hoàng Châu Quách Thân Vàng Sùng Giàng Trình Hoà Hòa Hoè Toàn Toán Thoà Tuân
        Xuân Quân Huân Luân Bé Bê Bá Tân Tấn Sáu Sâm Sáng Thanh Thành Thêm Thân Thìn Thùy Thúy Thuý Tình Tín
        Tòng Tú Tùng Vân Vinh Võ Vò Hân Hiên Hoàn Hoài Hùng Khánh Khôi Kiên Lân Lành Lí Liên Linh Lùng Mùa Mùi
        Nông Nùng Ân Ánh Án Ái Ông Út Ý Ðinh Páo Pó Pà Nhâm Nhàn Nhân Nhã Yên Yêu Bùi Cúc Diên Dân Duyên Giáp
        Hiên Huyên Ích Oánh Quý Quí Quyên Quý Sính Sô
        """);

    private static readonly string[] PlainWords = Words("""
        An Anh Nam Linh Mai Lan Hoa Nguyen Thi Van Tran Le Pham Phan Kim Minh Long Trang Giang Cao Chu Vi Hung
        Thanh Y
        """);

    private static readonly string[] PeoplesWords = Words("""
        K'Brông K'Bril K’Brểu H'Hen H’Hen Niê Y Bluê Bya Mlô Êban Ayŭn Kbuôr Ksor Rmah Siu Rơ Châm Kpă Nay
        H'Bliă Êñuôl Ñút Thạch Sà Rây Kim Sô Phi Danh Lâm Sầm Lộc Sồi Pờ Lò Ma Vừ Thào Lầu Cứ A Páo Blúp Đinh
        Bríu Pố Bhling Zơrâm Ating Müller José François Zoë Björn Jürgen Gómez Muñoz Nuñez Loïc Anaïs Chloé
        René Noël João Simão Gonçalves Þórður Åse Søren Łukasz Šimon Ştefan Øyvind Renée Agnès Raphaël Joël
        Moïse O’Brien D'Souza Jean-Noël Mª Carmen Peña Íñigo
        """);

    private static readonly string[] Onsets = ["", .. Syllable.Onsets];

    /// <summary>Kinh, Tày, Nùng, Mông and Khmer names of two to four syllables.</summary>
    public static Gen<string> Kinh { get; } =
        from family in Gen.OneOf(FamilyNames)
        from middle in Gen.OneOf(MiddleNames).Array[0, 2]
        from given in Gen.OneOf(GivenNames)
        from isLoud in Gen.Int[0, 3]
        let name = string.Join(' ', [family, .. middle, given])
        select isLoud == 0 ? name.ToUpperInvariant() : name;

    public static Gen<string> InLatin1 { get; } = Gen.OneOf(WordsInLatin1).Array[1, 4].Select(Join);

    public static Gen<string> Unmarked { get; } = Gen.OneOf(PlainWords).Array[1, 4].Select(Join);

    /// <summary>Foreigners, and peoples whose names do not follow the spelling of Vietnamese.</summary>
    public static Gen<string> OtherPeoples { get; } = Gen.OneOf(PeoplesWords).Array[2, 4].Select(Join);

    public static Gen<string> Anyone { get; } = Gen.OneOf(Kinh, InLatin1, Unmarked, OtherPeoples);

    /// <summary>Every letter beyond ASCII, in both cases.</summary>
    public static IEnumerable<char> Letters()
    {
        foreach (var letter in Matching.Reading.Alphabet.Letters.Alphabet)
        {
            foreach (var tone in Enum.GetValues<Tone>())
            {
                if (tone != Tone.Level && !Matching.Reading.Alphabet.Letters.IsVowel(letter)) continue;
                var composed = Matching.Reading.Alphabet.Letters.Compose(letter, tone);
                yield return composed;
                yield return char.ToLowerInvariant(composed);
            }
        }
    }

    /// <summary>Every syllable, in capitals, its tone on each of its vowels.</summary>
    public static IEnumerable<string> Syllables()
    {
        foreach (var letters in from onset in Onsets from rhyme in Syllable.Rhymes select onset + rhyme)
        {
            foreach (var tone in Enum.GetValues<Tone>())
            {
                if (!Syllable.IsSpelt(letters, tone, out var onset)) continue;
                for (var i = onset; i < letters.Length && Matching.Reading.Alphabet.Letters.IsVowel(letters[i]); i++)
                {
                    var composed = Matching.Reading.Alphabet.Letters.Compose(letters[i], tone);
                    yield return $"{letters[..i]}{composed}{letters[(i + 1)..]}";
                }
            }
        }
    }

    public static string Capitalised(string word) => word[0] + word[1..].ToLowerInvariant();

    private static string Join(string[] words) => string.Join(' ', words);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
