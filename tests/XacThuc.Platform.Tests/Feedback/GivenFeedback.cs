using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Feedback;
using XacThuc.Platform.Feedback.Deadline;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Doses;
using XacThuc.Platform.Tests.Feedback.Photos;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Lists;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Feedback;

/// <summary>A resident with a phone before the portal, two stations and their district behind it, and a police house that answers.</summary>
internal sealed partial class GivenFeedback : IAsyncDisposable
{
    public const string Phone = "0912 000 001";

    private static readonly byte[] Paper = GivenPhoto.File(SKEncodedImageFormat.Jpeg);

    private GivenFeedback(GivenSurvey survey)
    {
        Survey = survey;
        (Resident, Station, Other, District) = (
            House.Anybody(), survey.Station, House.Caller(GivenHouse.OtherStation), House.Caller(GivenHouse.District, AccountRole.DistrictHealthCentre));
    }

    public GivenSurvey Survey { get; }

    public GivenHouse House => Survey.House;

    public HttpClient Resident { get; }

    public HttpClient Station { get; }

    public HttpClient Other { get; }

    public HttpClient District { get; }

    public static async Task<GivenFeedback> Open(Database database) => new(await GivenSurvey.Start(database));

    /// <summary>The same with one person's record and first dose at the station.</summary>
    public static async Task<GivenFeedback> WithRecord(Database database, string name = "Lý Văn Quan", string date = "02/09/1978")
    {
        var given = await Open(database);
        await given.House.Import($"STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã\n1,{name},Nam,{date},020078000011,06226\n");
        var page = await given.Station.GetStringAsync("/doses", GivenHouse.Stop);
        using var brought = await given.Station.Upload("/doses", page, "mui-tiem.csv", Encoding.UTF8.GetBytes(
            $"{GivenDoses.Headings}1,{name},Nam,{date},020078000011,06226,1,AstraZeneca,ABV1234,24/07/2021,Trạm Y tế\n"));
        Assert.Single(await given.Doses());
        return given;
    }

    /// <summary>A report that can be sent as it is; what is named is otherwise.</summary>
    public static List<(string Name, string Value)> Form(params (string Name, string Value)[] otherwise)
    {
        List<(string Name, string Value)> form =
        [
            ("Form.Key", $"{Guid.NewGuid()}"), ("Form.Kind", nameof(FeedbackKind.WrongPerson)), ("Form.Name", "Lý Văn Quân"), ("Form.Date", "02/09/1978"), ("Form.Sex", "Nam"),
            ("Form.IdNumber", "020078000011"), ("Form.Phone", Phone), ("Form.Commune", "06226"), ("Form.Hamlet", "Nà Nùng"), ("Form.Consent", "true"),
        ];
        form.RemoveAll(field => otherwise.Any(other => other.Name.Equals(field.Name, StringComparison.Ordinal)));
        return [.. form, .. otherwise];
    }

    /// <summary>A second dose as on the paper.</summary>
    public static (string Name, string Value)[] SecondDose(string vaccine = "astrazeneca", string day = "02/10/2021") =>
    [
        ("Form.Kind", nameof(FeedbackKind.MissingDose)), ("Form.Doses[0].Number", "2"), ("Form.Doses[0].GivenOn", day), ("Form.Doses[0].Vaccine", vaccine),
        ("Form.Doses[0].Lot", "ABV5678"), ("Form.Doses[0].Facility", "Điểm tiêm lưu động chợ Đồng Đăng"),
    ];

    /// <summary>Sends a report; where that leads.</summary>
    public Task<(HttpStatusCode Status, string Address, string Page)> Send(IEnumerable<(string Name, string Value)> form, int photos = 0, byte[]? photo = null) =>
        SendTo("/portal/feedback", form, photos, photo);

    /// <summary>Types the code into the page that asks for it.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Type(string address, string code) =>
        await Read(Resident.Submit(address, await Resident.GetStringAsync(address, GivenHouse.Stop), ("Code", code)));

    /// <summary>Sends a report and confirms it with the code from the phone; the case.</summary>
    public async Task<FeedbackCase> Report(IEnumerable<(string Name, string Value)> form, int photos = 0)
    {
        var sent = await Send(form, photos);
        Assert.True(sent.Status == HttpStatusCode.OK && sent.Address.Length > "/portal/feedback/".Length, sent.Page);
        var confirmed = await Type(sent.Address, await LastCode());
        Assert.True(confirmed.Status == HttpStatusCode.OK, confirmed.Page);
        return (await Cases())[^1];
    }

    /// <summary>Answers a case on its page, with the form as it is filled in; what is named is otherwise.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Answer(FeedbackCase one, string handler, HttpClient? by = null, params (string Name, string Value)[] otherwise)
    {
        var caller = by ?? Station;
        var page = await caller.GetStringAsync($"/feedback/{one.Id}", GivenHouse.Stop);
        var fields = handler.Equals("accept", StringComparison.Ordinal) ? FieldsOf(page) : [("version", $"{one.Version}")];
        fields.RemoveAll(field => otherwise.Any(other => other.Name.Equals(field.Name, StringComparison.Ordinal)));
        return await Read(caller.Submit($"/feedback/{one.Id}?handler={handler}", page, [.. fields, .. otherwise]));
    }

    /// <summary>Opens the page that follows a case, and presses one of its buttons.</summary>
    public Task<(HttpStatusCode Status, string Address, string Page)> Follow(FeedbackCase one, string? handler = null, int photos = 0, params (string Name, string Value)[] fields) => SendTo(
        handler is null ? "/portal/feedback/follow" : $"/portal/feedback/follow?handler={handler}", [("Code", OneTimeCodes.Shown(one.FollowCode)), ("Last4", "0001"), .. fields], photos, null, "/portal/feedback/follow");

    /// <summary>Opens the page that follows a case with a code and four digits.</summary>
    public Task<(HttpStatusCode Status, string Address, string Page)> FollowBy(string code, string last4) =>
        SendTo("/portal/feedback/follow", [("Code", code), ("Last4", last4)], 0, null);

    /// <summary>The code of the last message that has one, once it has left.</summary>
    public async Task<string> LastCode()
    {
        var waiting = await House.InDb(db => db.Set<PhoneCode>().CountAsync());
        for (var tries = 0; tries < 600; tries++)
        {
            var codes = House.Sent().Select(sent => OneTimeCode().Match(sent.Words)).Where(match => match.Success).ToList();
            if (codes.Count == waiting) return codes[^1].Value;
            await Task.Delay(50, GivenHouse.Stop);
        }

        throw new TimeoutException("No code has come within half a minute.");
    }

    /// <summary>Moves the clock of a case: as if it had been recorded so many hours before.</summary>
    public Task Age(FeedbackCase one, double hours)
    {
        var (id, at) = (one.Id, TimeProvider.System.GetUtcNow().AddHours(-hours));
        return House.InDb(db => db.Set<FeedbackCase>().Where(other => other.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(other => other.RecordedAt, at).SetProperty(other => other.DueAt, at + FeedbackClock.Answer)));
    }

    /// <summary>Escalates what is due.</summary>
    public Task<int> Escalate() => House.InScope(services => services.GetRequiredService<EscalateCases>().Run(GivenHouse.Stop));

    public Task<List<FeedbackCase>> Cases() => House.InDb(db => db.Set<FeedbackCase>().AsNoTracking().OrderBy(one => one.Id).ToListAsync());

    public async Task<FeedbackCase> Now(FeedbackCase one) => (await Cases()).Single(other => other.Id == one.Id);

    public Task<List<Dose>> Doses() => House.InDb(db => db.Set<Dose>().AsNoTracking().OrderBy(dose => dose.Id).ToListAsync());

    public async Task<VaccinationRecord> Record() => (await House.Records()).Single();

    public async ValueTask DisposeAsync()
    {
        Resident.Dispose();
        Other.Dispose();
        District.Dispose();
        await Survey.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, string Address, string Page)> SendTo(
        string address, IEnumerable<(string Name, string Value)> form, int photos, byte[]? photo, string? from = null)
    {
        var page = await Resident.GetStringAsync(from ?? address, GivenHouse.Stop);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Append(("__RequestVerificationToken", Forms.TokenOf(page)))) content.Add(new StringContent(value), name);

        // No two photos are the same: the same twice is kept once.
        for (var i = 0; i < photos; i++) content.Add(new ByteArrayContent(photo ?? (i == 0 ? Paper : GivenPhoto.File(SKEncodedImageFormat.Jpeg, 1600 + i))), "Photos", $"giay-{i}.jpg");
        return await Read(Resident.PostAsync(address, content, GivenHouse.Stop));
    }

    // As a browser sends the form that accepts: what stands in it.
    private static List<(string Name, string Value)> FieldsOf(string page)
    {
        var form = WebUtility.HtmlDecode(page[page.IndexOf("id=\"accept\"", StringComparison.Ordinal)..]);
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        List<(string, string)> fields = [.. Input().Matches(form).Select(match => match.Value)
            .Where(input => !input.Contains("checkbox", StringComparison.Ordinal) || input.Contains(" checked", StringComparison.Ordinal))
            .Select(input => (NameOf().Match(input).Value, ValueOf().Match(input).Value))];
        foreach (var select in Select().Matches(form).Select(match => match.Value))
            fields.Add((NameOf().Match(select).Value, ValueOf().Match(Selected().Match(select).Value).Value));
        fields.RemoveAll(field => field.Item1.StartsWith("__", StringComparison.Ordinal));
        return fields;
    }

    private static async Task<(HttpStatusCode Status, string Address, string Page)> Read(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        return (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?= (is your code|la ma xac nhan))", RegexOptions.ExplicitCapture)]
    private static partial Regex OneTimeCode();

    [GeneratedRegex("<input [^>]*name=[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<select .*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option [^>]*selected[^>]*>")]
    private static partial Regex Selected();

    [GeneratedRegex("(?<= name=\")[^\"]*")]
    private static partial Regex NameOf();

    [GeneratedRegex("(?<= value=\")[^\"]*")]
    private static partial Regex ValueOf();
}
