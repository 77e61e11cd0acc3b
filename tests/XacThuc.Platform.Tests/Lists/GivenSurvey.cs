using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Platform.Tests.Lists;

/// <summary>A station that draws lists up, the committee of its commune, and a police house that answers.</summary>
internal sealed class GivenSurvey : IAsyncDisposable
{
    /// <summary>As a station has it: five people, one a foreigner, one without a number, one of another commune.</summary>
    public const string File = """
        STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD/CMND,Mã xã,Thôn,Điện thoại,Hộ chiếu,Quốc tịch,Nhóm,Ghi chú,Đồng ý
        1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,Nà Nùng,0912000001,,,9,dị ứng hải sản,có
        2,Nông Thị Hoa,Nữ,1950,,06226,Nà Nùng,,,,9,,không
        3,Vi Văn Đúng,Nam,01/02/1960,020060000001,06229,,,,,,,
        4,LI WEI,Nam,05/05/1985,,06226,,,E12345678,Trung Quốc,,,x
        5,Hoàng Thị Mai,Nữ,31/02/1990,020190000005,06226,Bản Lành,,,,,,

        """;

    private GivenSurvey(GivenPartner partner, GivenHouse house)
    {
        (Partner, House) = (partner, house);
        (Station, Committee) = (house.Caller(), house.Caller("UBND-06226", AccountRole.CommuneCommittee));
    }

    public GivenPartner Partner { get; }

    public GivenHouse House { get; }

    public HttpClient Station { get; }

    public HttpClient Committee { get; }

    public static async Task<GivenSurvey> Start(Database database, string? messages = null, string? remote = null)
    {
        var partner = await GivenPartner.Open();
        var house = await GivenHouse.Start(database, partner, messages, remote);
        await house.InDb(async db =>
        {
            // As in the sample district: communes whose time is over.
            foreach (var (code, name) in new[] { ("06226", "Xã Hợp Thành"), ("06229", "Xã Gia Cát") })
                db.Places.Add(new Place { Code = code, Level = PlaceLevel.Commune, Name = name, Path = $"/20/183/{code}/", ValidFrom = new DateOnly(1976, 1, 1), ValidTo = new DateOnly(2025, 6, 30) });
            await db.SaveChangesAsync();
        });
        return new GivenSurvey(partner, house);
    }

    /// <summary>The same with a list of the file.</summary>
    public static async Task<GivenSurvey> Brought(Database database, string file = File, string? messages = null, string? remote = null)
    {
        var given = await Start(database, messages, remote);
        await given.Open();
        await given.Bring(file);
        return given;
    }

    /// <summary>Opens a list without people; where that leads.</summary>
    public async Task<string> Open(string title = "Mũi 1 thôn Nà Nùng", string dose = "1", string earlier = "")
    {
        var page = await Station.GetStringAsync("/lists", GivenHouse.Stop);
        using var response = await Station.Submit("/lists", page, ("ListTitle", title), ("Dose", dose), ("earlier", earlier));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.RequestMessage!.RequestUri!.AbsolutePath;
    }

    /// <summary>Brings a file to the last list; the page it leads to.</summary>
    public async Task<(string Address, string Page)> Bring(string file)
    {
        var list = await List();
        var page = await Station.GetStringAsync($"/lists/{list.Id}", GivenHouse.Stop);
        using var response = await Station.Upload($"/lists/{list.Id}?handler=bring", page, "danh sach.csv", Encoding.UTF8.GetBytes(file));
        return (response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync(GivenHouse.Stop));
    }

    /// <summary>Presses a button of the last list's page.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Press(string handler, HttpClient? by = null)
    {
        var (list, caller) = (await List(), by ?? Station);
        var page = await caller.GetStringAsync($"/lists/{list.Id}", GivenHouse.Stop);
        using var response = await caller.Submit($"/lists/{list.Id}?handler={handler}", page);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(GivenHouse.Stop));
    }

    /// <summary>Saves the form of somebody of the last list.</summary>
    public async Task<HttpStatusCode> Save(int number, params (string Name, string Value)[] fields)
    {
        var list = await List();
        var page = await Station.GetStringAsync($"/lists/{list.Id}/people/{number}", GivenHouse.Stop);
        using var response = await Station.Submit($"/lists/{list.Id}/people/{number}", page, fields);
        return response.StatusCode;
    }

    /// <summary>Sends the last list and waits until the police have all of it.</summary>
    public async Task Send()
    {
        var before = Partner.Surveys.Count;
        var sent = await Press("send");
        Assert.True(sent.Status == HttpStatusCode.OK, sent.Page);
        var waiting = (await Parts()).Where(part => part.State == PartState.Waiting).Sum(part => part.People);
        for (var tries = 0; Partner.Surveys.Skip(before).Sum(part => part.Lines.Count) < waiting; tries++)
        {
            Assert.True(tries < 600, "The list has not come within half a minute.");
            await Task.Delay(50, GivenHouse.Stop);
        }
    }

    /// <summary>The police sign a part with a verdict for each line, and hand it over.</summary>
    public Task<SignedListReceipt> Answer(string code, Func<ListLine, SignedLine> verdict, string? purpose = null)
    {
        var parts = Partner.Surveys.Where(part => part.List.Equals(code, StringComparison.Ordinal)).ToList();
        var signed = new SignedList(
            code, parts[0].Digest, "ca1", "Thượng úy Nông Văn A", "CAX-06226", DateTimeOffset.UnixEpoch.AddYears(56),
            [.. parts.SelectMany(part => part.Lines).OrderBy(line => line.Number).Select(verdict)], ["Đại úy Lý Văn C"]);
        var content = ListDigest.ToContent(signed);
        return Partner.Tell<SurveyListSigned, SignedListReceipt>(
            new SurveyListSigned(code, content, Partner.Seal.Sign(purpose ?? SignedList.SurveyPurpose, content)!));
    }

    /// <summary>A line as it is confirmed, or otherwise.</summary>
    public static SignedLine Said(ListLine line, LineVerdict verdict, string? name = null, string? date = null, string note = "") =>
        new(line.Number, line.Recorded.Ref, line.Recorded.Version, verdict, name, null, date, null, note);

    public Task<SurveyList> List() => House.InDb(db => db.Set<SurveyList>().AsNoTracking().OrderByDescending(list => list.Id).FirstAsync());

    public async Task<List<ListedPerson>> People()
    {
        var list = await List();
        return await House.InDb(db => db.Set<ListedPerson>().AsNoTracking().Where(person => person.ListId == list.Id).OrderBy(person => person.Number).ToListAsync());
    }

    public Task<List<ListPart>> Parts() => House.InDb(db => db.Set<ListPart>().AsNoTracking().OrderBy(part => part.Id).ToListAsync());

    public Task<List<Alike>> Likenesses() => House.InDb(db => db.Set<Alike>().AsNoTracking().OrderBy(alike => alike.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        Station.Dispose();
        Committee.Dispose();
        await House.DisposeAsync();
        await Partner.DisposeAsync();
    }
}
