using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Lists;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions;

/// <summary>A station with an approved list of four people, lots in its store, and sessions planned from it.</summary>
internal sealed class GivenSession : IAsyncDisposable
{
    private const string File = """
        Họ và tên,Giới tính,Ngày sinh,Số CCCD,Thôn,Mã xã
        Lý Văn Quân,Nam,02/09/1978,020078000011,Nà Nùng,06226
        Nông Thị Hoa,Nữ,01/03/1950,020150000012,Nà Nùng,06226
        Vi Văn Xuân,Nam,01/02/1960,020060000001,Bản Lành,06226
        Hoàng Thị Mai,Nữ,14/07/2020,020320000005,Bản Lành,06226

        """;

    private GivenSession(GivenSurvey survey) => Survey = survey;

    public GivenSurvey Survey { get; }

    public HttpClient Station => Survey.Station;

    public static DateOnly Today => Shown.Day(TimeProvider.System.GetUtcNow());

    /// <summary>The list is approved.</summary>
    public static async Task<GivenSession> Start(Database database, string? messages = null, string? remote = null)
    {
        var survey = await GivenSurvey.Brought(database, File, messages, remote);
        var given = new GivenSession(survey);
        await survey.Send();
        foreach (var part in await survey.Parts()) await survey.Answer(part.Code, line => GivenSurvey.Said(line, LineVerdict.Confirmed));
        await survey.Press("approve", survey.Committee);
        return given;
    }

    /// <summary>And a session of today is planned, with a lot at hand.</summary>
    public static async Task<GivenSession> Planned(Database database, int doses = 10, string expires = "2099-12-31", string? remote = null)
    {
        var given = await Start(database, remote: remote);
        await given.Plan();
        await given.Receive("FH8020", 50, expires);
        await given.Take(doses);
        return given;
    }

    /// <summary>And one of three people was vaccinated, and the day is closed.</summary>
    public static async Task<GivenSession> Closed(Database database, string? remote = null)
    {
        var given = await Planned(database, doses: 6, remote: remote);
        await given.Desk(1, "screen", ("outcome", "Fit"));
        await given.Inject(1);
        await given.Desk(1, "leave", ("note", "khoẻ"));
        await given.Close(discarded: 1, returned: 4);
        return given;
    }

    /// <summary>And its results are signed with a certificate of the sample.</summary>
    public static async Task<GivenSession> Signed(Database database)
    {
        var given = await Closed(database);
        Assert.Equal(HttpStatusCode.OK, (await given.Send(given.Survey.Committee, "result", "sample")).Status);
        return given;
    }

    public async Task<(HttpStatusCode Status, string Page)> Close(int discarded, int returned)
    {
        var lot = await InDb(db => db.Set<SessionLot>().AsNoTracking().OrderByDescending(lot => lot.Id).FirstAsync());
        return await Press("close", ("sessionLot", $"{lot.Id}"), ("discarded", $"{discarded}"), ("returned", $"{returned}"), ("explanation", ""));
    }

    /// <summary>Sends a form of a page below the last session.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Send(HttpClient by, string page, string handler, params (string Name, string Value)[] fields)
    {
        var session = await Session();
        var address = $"/sessions/{session.Id}/{page}";
        return await Read(by.Submit($"{address}?handler={handler}", await by.GetStringAsync(address, GivenHouse.Stop), fields));
    }

    public async Task<(HttpStatusCode Status, string Page)> Plan(
        string place = "Trạm Y tế", string opens = "07:30", string closes = "11:30", DateOnly? day = null, string peopleAnHour = "30",
        string days = "1", string lateReason = "", bool withCards = false)
    {
        var page = await Station.GetStringAsync("/sessions", GivenHouse.Stop);
        var list = await Survey.List();
        return await Read(Station.Submit("/sessions", page,
            ("place", place), ("day", (day ?? Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("opens", opens), ("closes", closes),
            ("teams", "1"), ("peopleAnHour", peopleAnHour), ("product", "comirnaty"), ("lists", $"{list.Id}"), ("days", days), ("lateReason", lateReason), ("withCards", withCards ? "true" : "false")));
    }

    public async Task<(HttpStatusCode Status, string Page)> Receive(string lot, int doses, string expires, string product = "comirnaty")
    {
        var page = await Station.GetStringAsync("/lots", GivenHouse.Stop);
        return await Read(Station.Submit("/lots", page, ("product", product), ("lot", lot), ("expires", expires), ("doses", $"{doses}")));
    }

    public async Task<(HttpStatusCode Status, string Page)> Take(int doses)
    {
        var lot = await InDb(db => db.Set<Lot>().AsNoTracking().OrderByDescending(lot => lot.Id).FirstAsync());
        return await Press("take", ("lot", $"{lot.Id}"), ("doses", $"{doses}"));
    }

    /// <summary>Presses a button of the last session's page.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Press(string handler, params (string Name, string Value)[] fields)
    {
        var session = await Session();
        var page = await Station.GetStringAsync($"/sessions/{session.Id}", GivenHouse.Stop);
        return await Read(Station.Submit($"/sessions/{session.Id}?handler={handler}", page, fields));
    }

    /// <summary>Takes a step at the desk.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Desk(int number, string handler, params (string Name, string Value)[] fields)
    {
        var session = await Session();
        var page = await Station.GetStringAsync($"/sessions/{session.Id}/desk?number={number}", GivenHouse.Stop);
        return await Read(Station.Submit($"/sessions/{session.Id}/desk?handler={handler}", page, [("number", $"{number}"), .. fields]));
    }

    /// <summary>Enters an injection with the lot at hand.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Inject(int number, Guid? key = null, string reason = "", string? givenAt = null)
    {
        var lot = await InDb(db => db.Set<Lot>().AsNoTracking().OrderByDescending(lot => lot.Id).FirstAsync());
        return await Desk(number, "inject", [("entryKey", $"{key ?? Guid.NewGuid()}"), ("lot", $"{lot.Id}"), ("reason", reason), .. givenAt is null ? Array.Empty<(string, string)>() : [("givenAt", givenAt)]]);
    }

    public Task<VaccinationSession> Session() => InDb(db => db.Set<VaccinationSession>().AsNoTracking().OrderByDescending(session => session.Id).FirstAsync());

    public async Task<List<Booking>> Bookings()
    {
        var session = await Session();
        return await InDb(db => db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == session.Id).OrderBy(booking => booking.Number).ToListAsync());
    }

    public Task<List<Dose>> Doses() => InDb(db => db.Set<Dose>().AsNoTracking().OrderBy(dose => dose.Id).ToListAsync());

    public Task<T> InDb<T>(Func<PlatformDb, Task<T>> work) => Survey.House.InDb(work);

    public ValueTask DisposeAsync() => Survey.DisposeAsync();

    private static async Task<(HttpStatusCode Status, string Page)> Read(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }
}
