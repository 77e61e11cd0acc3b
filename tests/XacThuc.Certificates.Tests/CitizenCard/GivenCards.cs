using System.Globalization;
using CsCheck;

namespace XacThuc.Certificates.Tests.CitizenCard;

/// <summary>A made-up card, as its code writes it.</summary>
internal sealed record GivenCard(
    string Number, string? Old, string Name, string Born, string Sex, string Residence, string Issued)
{
    public string Text => Old is null
        ? string.Join('|', Number, Name, Born, Sex, Residence, Issued)
        : string.Join('|', Number, Old, Name, Born, Sex, Residence, Issued);

    public override string ToString() => Text;
}

/// <summary>Made-up people and what a keyboard makes of them.</summary>
internal static class GivenCards
{
    private static readonly Gen<string> Families = Of(
        "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Hứa Sầm Bế Lương Vi Chu");

    private static readonly Gen<string> Middles = Of("Văn Thị Đức Hữu Ngọc Minh Xuân Thanh Quốc Thúy Kim Hồng Viết Đình Như");

    private static readonly Gen<string> Givens = Of(
        "An Bình Cường Dũng Đạt Giang Hạnh Hiếu Hoa Huệ Hương Khánh Lan Lộc Mai Nghĩa Phương Quân Quỳnh Sơn Thắng Tuấn Uyên Yến");

    private static readonly Gen<string> Places = Gen.OneOf(
        "Nà Làng, Bảo Lâm, Cao Lộc, Lạng Sơn", "Khối 3, Đồng Đăng, Cao Lộc, Lạng Sơn", "Bản Rọi, Xuất Lễ, Lạng Sơn");

    // Marks as Telex and VNI type them: letters first, then the tone at the end of the word.
    private static readonly (string Letters, string Telex, string Vni)[] Keys =
    [
        ("ă", "aw", "a8"), ("â", "aa", "a6"), ("đ", "dd", "d9"), ("ê", "ee", "e6"), ("ô", "oo", "o6"), ("ơ", "ow", "o7"),
        ("ư", "uw", "u7"),
        ("àằầèềìòồờùừỳ", "f", "2"), ("ảẳẩẻểỉỏổởủửỷ", "r", "3"), ("ãẵẫẽễĩõỗỡũữỹ", "x", "4"), ("áắấéếíóốớúứý", "s", "1"),
        ("ạặậẹệịọộợụựỵ", "j", "5"),
    ];

    public static readonly Gen<GivenCard> All = Gen.Select(
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 99], Gen.Int[0, 999_999], (century, year, last) => $"020{century}{year:00}{last:000000}"),
        Gen.OneOf(Gen.OneOf(null, ""), Gen.Int[0, 999_999_999].Select(old => (string?)$"{old:000000000}")),
        Gen.Select(Families, Middles, Givens, (family, middle, given) => $"{family} {middle} {given}"),
        Gen.OneOf(Days(1900, 2010, "ddMMyyyy"), Days(1900, 2010, "MMyyyy"), Days(1900, 2010, "yyyy")),
        Gen.OneOf("Nam", "Nữ"),
        Places,
        Days(2021, 2024, "ddMMyyyy"),
        (number, old, name, born, sex, residence, issued) => new GivenCard(number, old, name, born, sex, residence, issued));

    /// <summary>A text as its keys, typed on a keyboard whose input method is off.</summary>
    public static string Typed(string text, bool isVni) =>
        string.Join(' ', text.Split(' ').Select(word => Word(word, isVni)));

    private static string Word(string word, bool isVni)
    {
        var (typed, tone) = ("", "");
        foreach (var written in word)
        {
            var letter = char.ToLowerInvariant(written);
            for (var at = 7; at < Keys.Length; at++)
            {
                if (Keys[at].Letters.IndexOf(letter, StringComparison.Ordinal) is not (var place and >= 0)) continue;
                (letter, tone) = ("aăâeêioôơuưy"[place], isVni ? Keys[at].Vni : Keys[at].Telex);
            }

            var mark = Keys[..7].FirstOrDefault(key => key.Letters[0] == letter);
            var keys = mark.Letters is null ? $"{letter}" : isVni ? mark.Vni : mark.Telex;
            typed += char.IsUpper(written) ? char.ToUpperInvariant(keys[0]) + keys[1..] : keys;
        }

        return typed + tone;
    }

    private static Gen<string> Of(string words) => Gen.OneOf(words.Split(' '));

    private static Gen<string> Days(int first, int last, string form) =>
        Gen.Date[new DateTime(first, 1, 1), new DateTime(last, 12, 31)].Select(day => day.ToString(form, CultureInfo.InvariantCulture));
}
