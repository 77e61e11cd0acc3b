using System.Text;
using XacThuc.Certificates.CitizenCard;
using Xunit;

namespace XacThuc.Certificates.Tests.CitizenCard;

public sealed class ScannedCodeTests
{
    private const string Card = "020150123456|080123456|Nông Thị Mai|27111950|Nữ|Nà Làng, Bảo Lâm, Cao Lộc, Lạng Sơn|10072021";

    [Theory]
    [InlineData(Card, "080123456 Nông Thị Mai 1950-11-27 Female Nà Làng, Bảo Lâm, Cao Lộc, Lạng Sơn 2021-07-10")]
    [InlineData("020150123456||Nông Thị Mai|27111950|Nữ|Lạng Sơn|10072021", "- Nông Thị Mai 1950-11-27 Female Lạng Sơn 2021-07-10")]
    [InlineData("020150123456|Nông Thị Mai|27111950|Nữ|Lạng Sơn|10072021", "- Nông Thị Mai 1950-11-27 Female Lạng Sơn 2021-07-10")]
    [InlineData("020150123456||Nông Thị Mai|1950|Nữ|Lạng Sơn|10072021", "- Nông Thị Mai 1950 Female Lạng Sơn 2021-07-10")]
    [InlineData("020150123456||Nông Thị Mai|111950|Nữ|Lạng Sơn|10072021", "- Nông Thị Mai 1950-11 Female Lạng Sơn 2021-07-10")]
    [InlineData("020150123456|Nông Thị Mai|1950|Nữ|Lạng Sơn|10072021", "- Nông Thị Mai 1950 Female Lạng Sơn 2021-07-10")]
    [InlineData("020150123456||Nông Thị Mai|00001950|Nữ|Lạng Sơn|10072021", "- Nông Thị Mai 1950 Female Lạng Sơn 2021-07-10")]
    [InlineData("020150123456|020150123456|Vi An|01011950|Nam|Lạng Sơn|10072021", "- Vi An 1950-01-01 Male Lạng Sơn 2021-07-10")]
    [InlineData(" 020150123456||H'Mer Niê|01011950|Nam|Lạng Sơn|10072021\r\n", "- H'Mer Niê 1950-01-01 Male Lạng Sơn 2021-07-10")]
    public void A_citizen_card_is_read(string text, string read)
    {
        Assert.Equal($"card 020150123456 {read}", Shown.Of(text));
    }

    [Theory]
    [InlineData("020150123456|08012345|Nông Thị Mai|27111950|Nữ|Lạng Sơn|10072021")]
    [InlineData("020150123456||Nông Thị Mai|31021950|Nữ|Lạng Sơn|10072021")]
    [InlineData("020150123456||Nông Thị Mai|27111950|khác|Lạng Sơn|10072021")]
    [InlineData("020150123456||Nông Thị Mai|27111950|Nữ||10072021")]
    [InlineData("020150123456||Nông Thị Mai|27111950|Nữ|Lạng Sơn|072021")]
    [InlineData("020150123456||Nông Thị Mai|11072021|Nữ|Lạng Sơn|10072021")]
    [InlineData("020150123456||Nông = Mai|27111950|Nữ|Lạng Sơn|10072021")]
    [InlineData("020150123456|||27111950|Nữ|Lạng Sơn|10072021")]
    [InlineData("001093029317|NGUYEN LE KHA HAN|1987-13-18|0|162979388586171100|")]
    [InlineData("001093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<3<")]
    [InlineData("GD4797921200016|4e67|15/01/1984|1|4|")]
    [InlineData("GD4797921200016|c3|15/01/1984|1|-|")]
    [InlineData("GD47979212|4e67|15/01/1984|1|-|")]
    public void A_paper_with_a_field_that_cannot_be_is_damaged(string text)
    {
        Assert.Equal("other Damaged", Shown.Of(text));
    }

    [Theory]
    [InlineData("020150123456||Noong Thij Mai|27111950|Nữ|Lạng Sơn|10072021", Garbling.InputMethod)]
    [InlineData("020150123456||Nông Thịj Mai Hoaf|27111950|Nữ|Lạng Sơn|10072021", Garbling.InputMethod)]
    [InlineData("020150123456||No6ng Thi5 Mai|27111950|Nữ|Lạng Sơn|10072021", Garbling.InputMethod)]
    [InlineData("020150123456||Mai Lan|27111950|Nuwx|Lạng Sơn|10072021", Garbling.InputMethod)]
    [InlineData("020150123456\\\\Nông Thị Mai\\27111950\\Nữ\\Lạng Sơn\\10072021", Garbling.InputMethod)]
    [InlineData("020150123456~~Nông Thị Mai~27111950~Nữ~Lạng Sơn~10072021", Garbling.InputMethod)]
    [InlineData("đâđ\u0323ă\u0301ăâêô\u0300||Nông Thị Mai|â\u0303ăă|Nữ|Lạng Sơn|ăđđ\u0303", Garbling.InputMethod)]
    [InlineData("à\"à&(à&é\"'(-||Nông Thị Mai|é-&&&ç(à|Nữ|Lạng Sơn|&àà-éàé&", Garbling.InputMethod)]
    [InlineData("020150123456||Nong Thi Mai|27111950|Nu|Lang Son|10072021", Garbling.LostMarks)]
    [InlineData("020150123456||Vi An|27111950|Nam|Lng Sn|10072021", Garbling.LostMarks)]
    [InlineData("020150123456||N?ng Th? Mai|27111950|N?|L?ng S?n|10072021", Garbling.LostMarks)]
    [InlineData("020150123456||NÃ´ng Thá»‹ Mai|27111950|Ná»¯|Láº¡ng SÆ¡n|10072021", Garbling.LostMarks)]
    [InlineData("020150123456|N?ng Th? Mai|27111950", Garbling.LostMarks)]
    [InlineData("020150123456|Noong Thij Mai|27111950", Garbling.InputMethod)]
    [InlineData("001093029317|NGUYỄN LÊ|1987-01-18|0|162979388586171100|", Garbling.InputMethod)]
    [InlineData("GD4797921200016|4eé6e67|15/01/1984|1|-|", Garbling.InputMethod)]
    [InlineData("GD4797921200016|4e67|15/01/1984|1|4cđ6e|", Garbling.InputMethod)]
    public void What_a_keyboard_or_scanner_spoilt_is_noticed(string text, Garbling garbling)
    {
        Assert.Equal($"garbled {garbling}", Shown.Of(text));
    }

    [Theory]
    [InlineData("020150123456|Nông Thị Mai|27/11/1950|Nữ", "Nông Thị Mai 1950-11-27 Female")]
    [InlineData("Số định danh: 020150123456\nHọ và tên: Nông Thị Mai\nNgày sinh: 27/11/1950\nGiới tính: Nữ\nCao Lộc, Lạng Sơn", "Nông Thị Mai 1950-11-27 Female")]
    [InlineData("Nông Thị Mai;27111950;020150123456;1", "Nông Thị Mai 1950-11-27 ")]
    [InlineData("020150123456|080123456|Nông Thị Mai|27111950|Nữ|Lạng Sơn|10072021|Nông Văn Ba|Vi Thị Hoa", "Nông Thị Mai 1950-11-27 Female")]
    [InlineData("020150123456;16226", "-  ")]
    public void What_may_be_a_notice_keeps_its_text_for_a_person_to_confirm(string text, string read)
    {
        Assert.Equal($"notice 020150123456 {read}", Shown.Of(text));
        Assert.Equal(text, ScannedCode.Read(text).Match(_ => "", notice => notice.Text, _ => "", _ => "", (_, _) => "", (_, _) => ""));
    }

    [Theory]
    [InlineData("GD4797921200016", "GD4797921200016")]
    [InlineData("te1797921200016", "TE1797921200016")]
    [InlineData("7921200016", "7921200016")]
    public void A_health_insurance_card_is_read(string number, string read)
    {
        var more = "79 - 024|01/01/2018|-|02/01/2018|79147921200016|-|4|01/05/2020|15e9e0d0-7102|$";

        var text = $"{number}|{Hex("Nông Thị Mai")}|27/11/1950|2|{Hex("Cao Lộc, Lạng Sơn")}|{more}";

        Assert.Equal($"insurance {read} Nông Thị Mai 1950-11-27 Female Cao Lộc, Lạng Sơn", Shown.Of(text));
    }

    [Theory]
    [InlineData("1950|1|-", "1950 Male ")]
    [InlineData("11/1950||", "1950-11  ")]
    [InlineData("27/11/1950|0|-", "1950-11-27 Female ")]
    public void A_health_insurance_card_may_lack_sex_address_day_and_month(string written, string read)
    {
        Assert.Equal($"insurance 7921200016 Nông Thị Mai {read}", Shown.Of($"7921200016|{Hex("Nông Thị Mai")}|{written}"));
    }

    [Theory]
    [InlineData("001093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<1<...", "001093029317 001093029317 NGUYEN LE KHA HAN 1987-01-18 Oneself 162979388586171100 Male ... ")]
    [InlineData("******029317|NGUYEN LE KHA HAN|1987-**-**|1|162979388586171100|162979388586171101<2<7921200016<0912000000<c2ln", "******029317 - NGUYEN LE KHA HAN 1987 Another 162979388586171100 Female 7921200016 0912000000")]
    [InlineData("xxxxxx029317|NGUYEN LE KHA HAN|1987-XX-XX|0|162979388586171100|<0", "xxxxxx029317 - NGUYEN LE KHA HAN 1987 Oneself 162979388586171100   ")]
    [InlineData("B1234567|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100", "B1234567 - NGUYEN LE KHA HAN 1987-01-18 Oneself 162979388586171100   ")]
    public void A_personal_qr_code_is_read_masked_and_in_full(string text, string read)
    {
        Assert.Equal($"qr {read}", Shown.Of(text));
    }

    [Theory]
    [InlineData("", Seeming.Empty)]
    [InlineData(" \r\n", Seeming.Empty)]
    [InlineData("HC1:6BFOXN*TS0BI$ZD4N9:9S6RCVN5", Seeming.Certificate)]
    [InlineData("HTTPS://tiemchung.example.vn/?id=020150123456", Seeming.WebAddress)]
    [InlineData("www.example.vn", Seeming.WebAddress)]
    [InlineData("020150123456", Seeming.Number)]
    [InlineData("999150123456|Nông Thị Mai", Seeming.Other)]
    [InlineData("020150123456|020150123457", Seeming.Other)]
    [InlineData("GD4797921200016|tên|15/01/1984|1|-|", Seeming.Other)]
    [InlineData("||||||", Seeming.Other)]
    [InlineData("Xin chào", Seeming.Other)]
    [InlineData("020150123456||Nông\0 Mai|27111950|Nữ|Lạng Sơn|10072021", Seeming.Unusable)]
    [InlineData("020150123456||Nông \u202EMai|27111950|Nữ|Lạng Sơn|10072021", Seeming.Unusable)]
    public void Anything_else_says_what_it_seems_to_be(string text, Seeming seeming)
    {
        Assert.Equal($"other {seeming}", Shown.Of(text));
    }

    [Fact]
    public void Half_a_character_is_unusable()
    {
        Assert.Equal("other Unusable", Shown.Of(Card + '\uD800'));
        Assert.Equal("other Unusable", Shown.Of('\uDC00' + Card));
    }

    [Fact]
    public void Longer_than_any_code_is_unusable()
    {
        Assert.Equal("other Other", Shown.Of(new string('a', ScannedCode.Longest)));
        Assert.Equal("other Unusable", Shown.Of(new string('a', ScannedCode.Longest + 1)));
    }

    [Fact]
    public void Every_refusal_has_its_sentence_in_both_languages()
    {
        var sentences = Enum.GetValues<Garbling>().Select(garbling => garbling.Sentence())
            .Concat(Enum.GetValues<Seeming>().Select(seeming => seeming.Sentence())).ToList();

        Assert.Distinct(sentences.Select(sentence => sentence.Vi), StringComparer.Ordinal);
        Assert.Distinct(sentences.Select(sentence => sentence.En), StringComparer.Ordinal);
        Assert.All(sentences, sentence => Assert.True(sentence is { Vi: [.., '.'], En: [.., '.'] }));
    }

    [Fact]
    public void Nothing_of_a_person_is_printed_by_accident()
    {
        string[] texts =
        [
            Card,
            "020150123456|Nông Thị Mai|27/11/1950|Nữ",
            $"GD4797921200016|{Hex("Nông Thị Mai")}|27/11/1950|2|{Hex("Cao Lộc")}|",
            "******029317|NONG THI MAI|1950-11-27|0|162979388586171100|",
        ];

        var printed = texts.Select(text => ScannedCode.Read(text)).SelectMany(code => (string[])
            [code.ToString(), code.Match<object>(one => one, one => one, one => one, one => one, (_, _) => "", (_, _) => "").ToString()!]);

        string[] kinds = ["ScannedCard", "ScannedNotice", "ScannedInsurance", "ScannedPersonalQr"];
        Assert.Equal(kinds.SelectMany(kind => (string[])[kind, kind]), printed, StringComparer.Ordinal);
    }

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
