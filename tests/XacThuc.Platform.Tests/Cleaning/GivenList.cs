using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Cleaning;
using XacThuc.Platform.Cleaning.Lists;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Platform.Tests.Cleaning;

/// <summary>A station with three records of which two are not right, and the list of them.</summary>
internal sealed class GivenList : IAsyncDisposable
{
    public const string Records = """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Lý Văn X,Nam,02/09/1978,020078763797,06226
        r2,Nông Thị Hoa,Nữ,1950,,06226
        r3,Vi Văn Đúng,Nam,01/02/1960,020060000001,06226

        """;

    private GivenList(GivenPartner partner, GivenHouse house) => (Partner, House, Station) = (partner, house, house.Caller());

    public GivenPartner Partner { get; }

    public GivenHouse House { get; }

    public HttpClient Station { get; }

    public static async Task<GivenList> Drawn(Database database, string records = Records)
    {
        var partner = await GivenPartner.Open();
        var given = new GivenList(partner, await GivenHouse.Start(database, partner));
        await given.House.Import(records);
        await given.House.Authenticate();
        await given.Draw();
        return given;
    }

    /// <summary>Draws a list up as the clerk does.</summary>
    public async Task<HttpResponseMessage> Draw(string hamlet = "")
    {
        var page = await Station.GetStringAsync("/cleaning", GivenHouse.Stop);
        return await Station.Submit("/cleaning", page, ("which", $"TYT-06226|06226|{hamlet}"), ("most", "2000"));
    }

    public Task<CleaningList> List() => House.InDb(db => db.Set<CleaningList>().AsNoTracking().OrderBy(list => list.Id).FirstAsync());

    public Task<List<CleaningRow>> Rows() => House.InDb(db => db.Set<CleaningRow>().AsNoTracking().OrderBy(row => row.Number).ToListAsync());

    /// <summary>A row of a filled file: code, recorded fields, right fields, note.</summary>
    public static object?[] RowOf(CleaningList list, CleaningRow row, string name = "", string sex = "", string date = "", string number = "", string note = "") =>
    [
        ListWorkbook.CodeOf(list.Code, row.Number), "", row.FullName, row.Sex, row.DateOfBirth, row.IdNumber, "", name, sex, date, number, note,
    ];

    /// <summary>A filled file, saved as CSV; what people do to workbooks is tested with the tables and in the journey.</summary>
    public static byte[] File(params object?[][] rows) => Encoding.UTF8.GetBytes(string.Join('\n',
    [
        "Mã dòng (không sửa),Thôn,Họ và tên (đang ghi),Giới tính (đang ghi),Ngày sinh (đang ghi),Số CCCD/CMND (đang ghi)," +
        "Chỗ chưa đúng,Họ và tên đúng,Giới tính đúng,Ngày sinh đúng,Số CCCD/CMND đúng,Ghi chú của thôn",
        .. rows.Select(row => string.Join(',', row.Concat(Enumerable.Repeat<object?>("", 12 - row.Length)))), "",
    ]));

    /// <summary>Brings a file; the page of its differences.</summary>
    public async Task<(string Address, string Page)> Bring(byte[] file)
    {
        var list = await List();
        var page = await Station.GetStringAsync($"/cleaning/{list.Id}", GivenHouse.Stop);
        using var response = await Station.Upload($"/cleaning/{list.Id}?handler=bring", page, "dien.csv", file);
        return (response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync(GivenHouse.Stop));
    }

    /// <summary>Fills both rows right, takes the file over and sends the list.</summary>
    public async Task FillAndSend()
    {
        var (list, rows) = (await List(), await Rows());
        var (address, page) = await Bring(File(
            RowOf(list, Row(rows, "Lý Văn X"), name: "Lý Văn Quân"), RowOf(list, Row(rows, "Nông Thị Hoa"), number: "020150000012")));
        Assert.Equal(HttpStatusCode.OK, (await Station.Submit(address, page)).StatusCode);
        await Move("send");
        await Until(() => Task.FromResult(Partner.Lists.Sum(part => part.Lines.Count) == Partner.Lists.FirstOrDefault()?.Count));
    }

    public static CleaningRow Row(IEnumerable<CleaningRow> rows, string name) => rows.Single(row => row.FullName.Equals(name, StringComparison.Ordinal));

    /// <summary>What the police would sign: each line confirmed as filled in.</summary>
    public SignedList Confirmed() => new(
        Partner.Lists.First().List, Partner.Lists.First().Digest, "ca1", "Thượng úy Nông Văn A", "CAX-06226", DateTimeOffset.UnixEpoch.AddYears(56),
        [
            .. Partner.Lists.SelectMany(part => part.Lines).OrderBy(line => line.Number).Select(line => new SignedLine(
                line.Number, line.Recorded.Ref, line.Recorded.Version, LineVerdict.Confirmed, line.Filled.FullName, line.Filled.Sex,
                line.Filled.DateOfBirth, line.Filled.IdNumber, "")),
        ]);

    /// <summary>Hands a signed list over.</summary>
    public Task<SignedListReceipt> HandOver(SignedList signed, string? signature = null)
    {
        var content = ListDigest.ToContent(signed);
        return Partner.Tell<CleaningListSigned, SignedListReceipt>(
            new CleaningListSigned(signed.List, content, signature ?? Partner.Seal.Sign(SignedList.CleaningPurpose, content)!));
    }

    /// <summary>Presses a button of the list's page.</summary>
    public async Task<string> Move(string handler)
    {
        var list = await List();
        var page = await Station.GetStringAsync($"/cleaning/{list.Id}", GivenHouse.Stop);
        using var response = await Station.Submit($"/cleaning/{list.Id}?handler={handler}", page);
        return await response.Content.ReadAsStringAsync(GivenHouse.Stop);
    }

    /// <summary>Waits until the list is applied and its records are authenticated again.</summary>
    public async Task<Job> Applied()
    {
        var job = await House.InDb(db => db.Jobs.AsNoTracking().OrderBy(job => job.Id).FirstAsync(job => job.Kind == "cleaning.apply"));
        job = await House.Ended(job.Id);
        if ((await List()).RunId is { } run) await House.Ended(run);
        return job;
    }

    public static async Task Until(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 600, "It did not come to pass within half a minute.");
            await Task.Delay(50, GivenHouse.Stop);
        }
    }

    public async Task<VaccinationRecord> Record(string name) =>
        (await House.Records()).Single(record => record.FullName.Equals(name, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Station.Dispose();
        await House.DisposeAsync();
        await Partner.DisposeAsync();
    }
}
