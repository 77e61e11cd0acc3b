using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Tests.Doses;

/// <summary>A station, its district, and files of doses given elsewhere.</summary>
internal sealed class GivenDoses : IAsyncDisposable
{
    public const string Headings = "STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Mũi,Tên vắc xin,Số lô,Ngày tiêm,Nơi tiêm\n";

    private GivenDoses(GivenHouse house)
    {
        House = house;
        (Station, Colleague, District) = (
            house.Caller(), house.Caller(name: "a colleague"), house.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre));
    }

    public GivenHouse House { get; }

    public HttpClient Station { get; }

    public HttpClient Colleague { get; }

    public HttpClient District { get; }

    public static async Task<GivenDoses> Start(Database database) => new(await GivenHouse.Start(database));

    /// <summary>Brings rows below the usual headings.</summary>
    public Task<(HttpStatusCode Status, string Page)> Bring(string rows, HttpClient? by = null) => BringFile(Headings + rows, by);

    public async Task<(HttpStatusCode Status, string Page)> BringFile(string csv, HttpClient? by = null)
    {
        by ??= Station;
        var page = await by.GetStringAsync("/doses", GivenHouse.Stop);
        return await Read(by.Upload("/doses", page, "mui-tiem.csv", Encoding.UTF8.GetBytes(csv)));
    }

    /// <summary>Presses a button of the last file's page.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Press(string handler, params (string Name, string Value)[] fields)
    {
        var file = await File();
        var page = await Station.GetStringAsync($"/doses/files/{file.Id}", GivenHouse.Stop);
        return await Read(Station.Submit($"/doses/files/{file.Id}?handler={handler}", page, fields));
    }

    public Task<DoseFile> File() => House.InDb(db => db.Set<DoseFile>().AsNoTracking().OrderByDescending(file => file.Id).FirstAsync());

    public async Task<List<DoseRow>> Rows()
    {
        var file = await File();
        return await House.InDb(db => db.Set<DoseRow>().AsNoTracking().Where(row => row.FileId == file.Id).OrderBy(row => row.Line).ToListAsync());
    }

    public Task<List<Dose>> Doses() => House.InDb(db => db.Set<Dose>().AsNoTracking().OrderBy(dose => dose.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        Station.Dispose();
        Colleague.Dispose();
        District.Dispose();
        await House.DisposeAsync();
    }

    public static async Task<(HttpStatusCode Status, string Page)> Read(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }
}
