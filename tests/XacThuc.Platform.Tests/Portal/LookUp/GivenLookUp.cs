using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Portal.LookUp;

/// <summary>Records with phones, and a citizen without an account before the portal.</summary>
internal sealed partial class GivenLookUp : IAsyncDisposable
{
    /// <summary>Two of one family with one phone, one whose name the police find wrong, one without a phone.</summary>
    public const string File = """
        Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Thôn,Số điện thoại
        r1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,Nà Nùng,0912 000 001
        r2,Nông Thị Hoa,Nữ,1950,020150000002,06226,Nà Nùng,0912000001
        r3,Vi Văn X,Nam,01/02/1960,020060000003,06226,,+84912000003
        r4,Hoàng Thị Mai,Nữ,05/06/1990,020190000004,06226,,

        """;

    private GivenLookUp(GivenPartner partner, GivenHouse house, CountedCommands counted) =>
        (Partner, House, Counted, Citizen) = (partner, house, counted, house.Anybody());

    public GivenPartner Partner { get; }

    public GivenHouse House { get; }

    public CountedCommands Counted { get; }

    public HttpClient Citizen { get; }

    public static (string Name, string Value)[] Form(string name = "Lý Văn Quân", string date = "02/09/1978", string sex = "Nam", string known = "020078000011") =>
        [("Form.Name", name), ("Form.Date", date), ("Form.Sex", sex), ("Form.Known", known)];

    public static async Task<GivenLookUp> Open(Database database, string file = File, string? messages = null)
    {
        var (partner, counted) = (await GivenPartner.Open(), new CountedCommands());
        var house = await GivenHouse.Start(database, partner, messages, more: builder =>
        {
            CountedCommands.Add(builder, counted);
            builder.Services.AddSingleton<IStartupFilter, BegunSession>();
        });
        var given = new GivenLookUp(partner, house, counted);
        await house.Import(file);
        return given;
    }

    /// <summary>Another citizen with a browser of their own.</summary>
    public HttpClient Another() => House.Anybody();

    /// <summary>Sends the form of the look-up.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Ask((string Name, string Value)[] form, HttpClient? by = null)
    {
        var caller = by ?? Citizen;
        return await GivenPortal.Read(caller.Submit("/portal/look-up", await caller.GetStringAsync("/portal/look-up", GivenHouse.Stop), form));
    }

    /// <summary>Types a code.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Type(string address, string code, HttpClient? by = null)
    {
        var caller = by ?? Citizen;
        return await GivenPortal.Read(caller.Submit(address, await caller.GetStringAsync(address, GivenHouse.Stop), ("Code", code)));
    }

    /// <summary>Looks up and enters the code: the citizen's own page.</summary>
    public async Task<string> SignIn((string Name, string Value)[] form, HttpClient? by = null)
    {
        var asked = await Ask(form, by);
        Assert.StartsWith("/portal/look-up/", asked.Address, StringComparison.Ordinal);
        var own = await Type(asked.Address, await LastCode(), by);
        Assert.True(own.Status == HttpStatusCode.OK && own.Address == "/portal/my", own.Page);
        return own.Page;
    }

    /// <summary>Begins a session as VNeID does.</summary>
    public async Task SignInByVNeId(Citizen citizen, HttpClient? by = null)
    {
        using var begun = await (by ?? Citizen).PostAsync("/portal/begin-test", new StringContent(JsonSerializer.Serialize(citizen)), GivenHouse.Stop);
        begun.EnsureSuccessStatusCode();
    }

    /// <summary>Presses a button of a page of the citizen's own.</summary>
    public async Task<(HttpStatusCode Status, string Address, string Page)> Press(string address, string handler, HttpClient? by = null, params (string Name, string Value)[] fields)
    {
        var caller = by ?? Citizen;
        return await GivenPortal.Read(caller.Submit(handler.Length == 0 ? address : $"{address}?handler={handler}", await caller.GetStringAsync(address, GivenHouse.Stop), fields));
    }

    /// <summary>The code of the last message that has one, once all have left.</summary>
    public async Task<string> LastCode()
    {
        var sent = await House.InDb(db => db.Set<PhoneCode>().CountAsync(code => EF.Functions.Like(code.Phone, "0%")));
        for (var tries = 0; tries < 600; tries++)
        {
            var codes = House.Sent().Select(one => OneTimeCode().Match(one.Words)).Where(match => match.Success).ToList();
            if (codes.Count == sent) return codes[^1].Value;
            await Task.Delay(50, GivenHouse.Stop);
        }

        throw new TimeoutException("No code has come within half a minute.");
    }

    public async Task<VaccinationRecord> Record(string id) => (await House.Records()).Single(record => record.ExternalId == id);

    public async ValueTask DisposeAsync()
    {
        Citizen.Dispose();
        await House.DisposeAsync();
        await Partner.DisposeAsync();
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?= (is (your|the) code|la ma))", RegexOptions.ExplicitCapture)]
    private static partial Regex OneTimeCode();

    private sealed class BegunSession : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, go) =>
            {
                if (!context.Request.Path.StartsWithSegments("/portal/begin-test", StringComparison.Ordinal))
                {
                    await go(context);
                    return;
                }

                var citizen = (await JsonSerializer.DeserializeAsync<Citizen>(context.Request.Body))!;
                await context.RequestServices.GetRequiredService<CitizenSessions>().Begin(context, citizen);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            });
            next(app);
        };
    }
}
