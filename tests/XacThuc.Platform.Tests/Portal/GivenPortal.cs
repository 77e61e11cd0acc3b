using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Lists;
using Xunit;

namespace XacThuc.Platform.Tests.Portal;

/// <summary>A resident without an account before the portal of a house, whose messages are files.</summary>
internal sealed partial class GivenPortal : IAsyncDisposable
{
    public const string Phone = "0912 000 001";

    private GivenPortal(GivenSurvey survey) => (Survey, Resident) = (survey, survey.House.Anybody());

    public GivenSurvey Survey { get; }

    public GivenHouse House => Survey.House;

    public HttpClient Resident { get; }

    /// <summary>A form that can be sent as it is.</summary>
    public static (string Name, string Value)[] Form(string name = "Lý Văn Quân", string date = "02/09/1978", string number = "020078000011", string phone = Phone, string dose = "1") =>
    [
        ("Form.Name", name), ("Form.Date", date), ("Form.Sex", "Nam"), ("Form.IdNumber", number), ("Form.Phone", phone), ("Form.Commune", "06226"),
        ("Form.Hamlet", "Nà Nùng"), ("Form.Dose", dose), ("Form.Consent", "true"),
    ];

    public static async Task<GivenPortal> Open(Database database, string? messages = null) => new(await GivenSurvey.Start(database, messages));

    /// <summary>Sends the form; where that leads.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Send(params (string Name, string Value)[] form) => await Read(Resident.Submit("/portal/register", await PageOf("/portal/register"), form));

    /// <summary>Types the code into the page that asks for it.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Type(string address, string code) => await Read(Resident.Submit(address, await PageOf(address), ("Code", code)));

    /// <summary>Registers and confirms the phone; the code to follow it.</summary>
    public async Task<string> Register(params (string Name, string Value)[] form)
    {
        var sent = await Send(form);
        Assert.True(sent.Status == HttpStatusCode.OK && sent.Address.Length > "/portal/register/".Length, sent.Page);
        var confirmed = await Type(sent.Address, await LastCode());
        Assert.True(confirmed.Status == HttpStatusCode.OK, confirmed.Page);
        return FollowCode().Match(confirmed.Page).Value;
    }

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

    /// <summary>Asks where a registration stands.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Follow(string code, string last4 = "0001")
    {
        var (status, _, page) = await Read(Resident.Submit("/portal/status", await PageOf("/portal/status"), ("Code", code), ("Last4", last4)));
        return (status, page);
    }

    /// <summary>The station puts all who wait on a new list.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Take(HttpClient? by = null, long? list = null)
    {
        var caller = by ?? Survey.Station;
        var page = await caller.GetStringAsync("/lists/registrations", GivenHouse.Stop);
        var own = await Owns();
        return await Read(caller.Submit("/lists/registrations", page,
            [("dose", "1"), ("list", $"{list}"), ("listTitle", "Tự đăng ký"), .. own.Where(one => one.State == RegisteredState.Waiting).Select(one => ("who", one.Ref))]));
    }

    public Task<List<OwnRegistration>> Owns() => House.InDb(db => db.Set<OwnRegistration>().AsNoTracking().OrderBy(own => own.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        Resident.Dispose();
        await Survey.DisposeAsync();
    }

    public static async Task<(HttpStatusCode Status, string Address, string Page)> Read(Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        return (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(GivenHouse.Stop)));
    }

    public Task<string> PageOf(string address) => Resident.GetStringAsync(address, GivenHouse.Stop);

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?= (is your code|la ma xac nhan))", RegexOptions.ExplicitCapture)]
    private static partial Regex OneTimeCode();

    [GeneratedRegex("[B-Z2-9]{4}-[B-Z2-9]{4}(?=</code>)")]
    private static partial Regex FollowCode();
}
