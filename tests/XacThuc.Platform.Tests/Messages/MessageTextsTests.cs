using XacThuc.Matching.Texts;
using XacThuc.Platform.Messages;
using Xunit;

namespace XacThuc.Platform.Tests.Messages;

public sealed class MessageTextsTests
{
    private const string LongName = "Hoàng Phạm Nguyễn Thị Bích Phương Thảo Nguyên Ánh Tuyết";
    private const string LongPlace = "Nhà văn hoá thôn Nà Nùng, xã Hợp Thành, huyện Cao Lộc, tỉnh Lạng Sơn, cạnh trường tiểu học và trạm y tế";

    private static readonly Uri Status = new("https://tiemchung.caoloc.langson.gov.vn/portal/status");

    public static TheoryData<string, string> Longest()
    {
        var day = new DateOnly(2026, 11, 27);
        Bilingual[] all =
        [
            MessageTexts.Code("000000", 10), MessageTexts.Registered("BCDF-2345", Status), MessageTexts.NotTaken("BCDF-2345", Status),
            MessageTexts.Invitation(LongName, "Vero Cell (Sinopharm)", 4, "07:30", day, LongPlace), MessageTexts.CalledOff(LongName, day, LongPlace),
        ];
        return [.. all.SelectMany(text => new (string, string)[] { ("vi", PlainLetters.Of(text.Vi)), ("en", PlainLetters.Of(text.En)) })];
    }

    [Theory]
    [MemberData(nameof(Longest))]
    public void Every_message_fits_into_one_without_marks_however_long_names_and_places_are(string language, string words)
    {
        Assert.True(words.Length <= MessageTexts.Longest, $"{language}: {words.Length} letters");
        Assert.All(words, letter => Assert.InRange(letter, ' ', '~'));
    }

    [Fact]
    public void An_invitation_says_who_what_when_where_and_what_to_bring()
    {
        var words = PlainLetters.Of(MessageTexts.Invitation("Nông Thị Đào", "Comirnaty", 2, "07:45", new DateOnly(2026, 11, 27), "Trạm Y tế").Vi);

        Assert.Equal("Kinh moi Nong Thi Dao tiem Comirnaty mui 2 luc 07:45 ngay 27/11/2026 tai Tram Y te. Mang the can cuoc. Neu khong den duoc, xin bao tram y te.", words);
    }

    [Theory]
    [InlineData("0912 000 001", "0912000001")]
    [InlineData("+84 912.000.001", "0912000001")]
    [InlineData("84912000001", "0912000001")]
    [InlineData("(0912) 000-001", "0912000001")]
    [InlineData("02053812345", null)]
    [InlineData("0612000001", null)]
    [InlineData("091200000", null)]
    [InlineData("0912000001 mẹ", null)]
    [InlineData("", null)]
    public void A_phone_is_read_as_people_write_it_and_a_landline_is_none(string written, string? read)
    {
        var isPhone = PhoneNumber.TryParse(written, out var phone);

        Assert.Equal(read, isPhone ? phone.InFull() : null);
        if (isPhone) Assert.DoesNotContain("0912", $"{phone}", StringComparison.Ordinal);
    }
}
