using System.Diagnostics;
using System.Net;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Tests.Documents;
using Xunit;

namespace XacThuc.Platform.Tests.Lists;

public sealed class PrintListTests
{
    [Fact]
    public async Task The_list_holds_everybody_with_group_residence_consent_and_number_in_full()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        await given.Save(2, ("name", "Nông Thị Hoa"), ("sex", "Nữ"), ("date", "1950"), ("idNumber", ""), ("commune", "06226"), ("hamlet", "Nà Nùng"),
            ("group", "N09"), ("guardian", "Nông Văn Cường"), ("guardianPhone", "0912000009"));

        var (page, pdf) = await Both(given, "print");

        foreach (var words in (string[])
        [
            "DANH SÁCH NGƯỜI ĐĂNG KÝ TIÊM CHỦNG", "Mũi 1 thôn Nà Nùng. Mũi tiêm: 1. Tổng số: 5 người", "Lý Văn Quân", "020078000011", "0912000001",
            "E12345678 Trung Quốc", "N09: Người mắc bệnh mạn tính", "dị ứng hải sản", "Nông Văn Cường 0912000009", "không đồng ý", "người nước ngoài", "Xã Gia Cát",
        ])
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains(words, pdf, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_was_withdrawn_is_not_on_the_list_but_is_counted()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        var list = await given.List();
        var form = await given.Station.GetStringAsync($"/lists/{list.Id}/people/1", GivenHouse.Stop);
        using var withdrawn = await given.Station.Submit($"/lists/{list.Id}/people/1?handler=withdraw", form);

        var (page, _) = await Both(given, "print");

        Assert.DoesNotContain("Lý Văn Quân", page, StringComparison.Ordinal);
        Assert.Contains("Tổng số: 4 người (không kể 1 người đã rút)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minutes_say_what_the_police_found_and_what_they_signed()
    {
        await using var given = await Answered();
        var parts = await given.Parts();

        var (page, pdf) = await Both(given, "print?form=minutes");

        var digest = ListDigest.OfContent(parts[0].Content);
        foreach (var words in (string[])
        [
            "BIÊN BẢN ĐỐI CHIẾU THÔNG TIN", "/BB-TYT", "1 Công an xác nhận đúng như danh sách 1", "2 Công an xác nhận, có sửa thông tin 1",
            "3 Người dân cần bổ sung giấy tờ 1", "4 Không tìm thấy trong dữ liệu dân cư 1", "không đối chiếu với dữ liệu dân cư 1", "6 Chưa đối chiếu 0",
            "Tổng số 5", "Công an xã Hợp Thành", "mang giấy khai sinh", "ĐẠI DIỆN CÔNG AN XÃ HỢP THÀNH",
        ])
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains(words, pdf, StringComparison.Ordinal);
        }

        foreach (var words in (string[])[parts[0].Code, digest])
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains(Unbroken(words), Unbroken(pdf), StringComparison.Ordinal);
        }

        Assert.Contains("Thượng úy Nông Văn A; duyệt lần hai: Đại úy Lý Văn C", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lý Văn Quân", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_tells_what_to_bring_and_what_the_officer_says_and_hides_the_number()
    {
        await using var given = await Answered();
        var list = await given.List();

        var (page, pdf) = await Both(given, "slips");

        foreach (var words in (string[])["Nông Thị Hoa", "Công an dặn: mang giấy khai sinh", "Vi Văn Đúng", "020••••••001", "Xã Gia Cát", $"{list.Code}, số thứ tự 2"])
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains(words, pdf, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("020060000001", page + pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Thị Mai", page + pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_to_be_asked_means_no_slips()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        var list = await given.List();

        using var pdf = await given.Station.GetAsync($"/lists/{list.Id}/slips?handler=pdf", GivenHouse.Stop);

        Assert.Contains("Nobody needs to be asked", await Shown(given, "slips"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, pdf.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Each_look_is_in_the_book(Database database)
    {
        await using var given = await GivenSurvey.Brought(database);
        var list = await given.List();

        await Both(given, "print");
        await Shown(given, "slips");

        var acts = await given.House.InDb(db => Task.FromResult(db.Audit.Where(entry => entry.Kind == "list.print").Select(entry => entry.Subject).ToList()));
        Assert.Equal([$"list:{list.Code}", $"list:{list.Code}", $"list:{list.Code}"], acts);
    }

    [Fact]
    public async Task Ten_thousand_people_are_a_file_within_seconds()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        var list = await given.List();
        await given.House.InDb(db =>
        {
            db.AddRange(Enumerable.Range(6, 9_995).Select(number => new ListedPerson
            {
                ListId = list.Id,
                Number = number,
                Ref = $"r{number}",
                State = PersonState.AsEntered,
                FullName = "Nguyễn Thị Thuý",
                Sex = "Nữ",
                DateOfBirth = "01/01/1960",
                IdNumber = $"020160{number:000000}",
                CommuneCode = "06226",
                Hamlet = "Nà Nùng",
                TargetGroup = "N09",
            }));
            return db.SaveChangesAsync();
        });

        var watch = Stopwatch.StartNew();
        var bytes = await given.Station.GetByteArrayAsync($"/lists/{list.Id}/print?handler=pdf", GivenHouse.Stop);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.InRange(new WrittenPdf(bytes).Pages, 200, 1000);
    }

    // The police find one person as entered, correct one, ask one for papers and do not find one; one is a foreigner.
    private static async Task<GivenSurvey> Answered()
    {
        var given = await GivenSurvey.Brought(Database.Sqlite);
        await given.Send();
        foreach (var part in await given.Parts())
            await given.Answer(part.Code, line => line.Number switch
            {
                1 => GivenSurvey.Said(line, LineVerdict.Confirmed),
                2 => GivenSurvey.Said(line, LineVerdict.AskPerson, note: "mang giấy khai sinh"),
                5 => GivenSurvey.Said(line, LineVerdict.Released, date: "03/02/1990"),
                _ => GivenSurvey.Said(line, LineVerdict.NotFound),
            });
        return given;
    }

    // What reads a PDF takes a hyphen at the end of a line for one that breaks a word.
    private static string Unbroken(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    // The words of a page and of its PDF, a space apart.
    private static async Task<(string Page, string Pdf)> Both(GivenSurvey given, string address)
    {
        var list = await given.List();
        using var answer = await given.Station.GetAsync($"/lists/{list.Id}/{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=pdf", GivenHouse.Stop);
        Assert.Equal(("application/pdf", true), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Contains(list.Code, StringComparison.Ordinal)));
        return (await Shown(given, address), await new WrittenPdf(await answer.Content.ReadAsByteArrayAsync(GivenHouse.Stop)).Read(GivenHouse.Stop));
    }

    private static async Task<string> Shown(GivenSurvey given, string address)
    {
        var page = await given.Station.GetStringAsync($"/lists/{(await given.List()).Id}/{address}", GivenHouse.Stop);
        var text = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(page, "<[^>]*>", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
