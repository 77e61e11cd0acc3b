using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.Tests.Campaigns;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

/// <summary>A house with a school of its own account that keeps a place, and a clock.</summary>
internal sealed partial class GivenPlace : IAsyncDisposable
{
    public const string School = "THPT-CL";
    public const string OtherSchool = "THPT-DD";
    public const string Operator = "VH-183";

    private GivenPlace(GivenHouse house, DayClock clock) => (House, Clock, Me) = (house, clock, house.Caller(School, AccountRole.Agency, "school.head"));

    public GivenHouse House { get; }

    public DayClock Clock { get; }

    /// <summary>Whoever keeps the school's places.</summary>
    public HttpClient Me { get; }

    public static async Task<GivenPlace> Start(Database database, Action<WebApplicationBuilder>? more = null)
    {
        var clock = new DayClock();
        var house = await GivenHouse.Start(database, more: builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            more?.Invoke(builder);
        });
        await house.InDb(async db =>
        {
            db.Units.AddRange(
                UnitOf(School, UnitKind.Agency, "/20/183/"), UnitOf(OtherSchool, UnitKind.Agency, "/20/183/"),
                UnitOf(Operator, UnitKind.DistrictOperator, "/20/183/"));
            await db.SaveChangesAsync();
        });
        return new GivenPlace(house, clock);
    }

    /// <summary>Registers a place.</summary>
    public async Task<CheckPoint> Register(string name = "Trường THPT Cao Lộc", HttpClient? caller = null)
    {
        caller ??= Me;
        var page = await caller.GetStringAsync("/check-points/write", GivenHouse.Stop);
        using var answer = await caller.Submit("/check-points/write", page, Form(name));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(GivenHouse.Stop));
        return await House.InDb(db => db.Set<CheckPoint>().AsNoTracking().OrderByDescending(place => place.Id).FirstAsync());
    }

    /// <summary>A form of a place.</summary>
    public static (string Name, string Value)[] Form(string name) =>
        [("Name", name), ("Address", "Khối 6, thị trấn Cao Lộc"), ("Kind", nameof(CheckPointKind.School)), ("Responsible", "Hoàng Văn Thụ"), ("Phone", "0912 345 678")];

    /// <summary>Makes a link at a place; its token.</summary>
    public async Task<string> Link(CheckPoint place, string guard = "Bảo vệ Tâm")
    {
        var address = $"/check-points/{place.Id}/devices";
        var page = await Me.GetStringAsync(address, GivenHouse.Stop);
        using var answer = await Me.Submit($"{address}?handler=link", page, ("guard", guard));
        var made = await answer.Content.ReadAsStringAsync(GivenHouse.Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Token().Match(made).Groups["token"].Value;
    }

    /// <summary>A phone enrols itself.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Said)> Enrol(string token)
    {
        using var phone = House.Anybody();
        using var answer = await phone.PostAsJsonAsync("/verifier/api/devices", new { token, name = "Chrome on Android" }, GivenHouse.Stop);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop));
    }

    /// <summary>A phone that is enrolled at a place.</summary>
    public async Task<HttpClient> Device(CheckPoint place)
    {
        var (status, said) = await Enrol(await Link(place));
        Assert.Equal(HttpStatusCode.Created, status);
        var phone = House.Anybody();
        phone.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", said.GetProperty("secret").GetString());
        return phone;
    }

    /// <summary>Sends scans.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Said)> Send(HttpClient phone, params IEnumerable<object> scans)
    {
        using var answer = await phone.PostAsJsonAsync("/verifier/api/scans", new { scans }, GivenHouse.Stop);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(GivenHouse.Stop));
    }

    /// <summary>A scan of somebody with a personal code.</summary>
    public object Scan(
        Guid? id = null, string way = "in", string verdict = "genuine", string name = "NGUYEN VAN AN", string? paper = null, string? qid = "162979388586171100", DateTimeOffset? at = null,
        params string[] reasons) =>
        new { id = id ?? Guid.NewGuid(), at = at ?? Clock.GetUtcNow(), way, kind = "personal-qr", verdict, reasons, person = new { name, born = "1987", paper, qid } };

    /// <summary>All that the files of the house's database hold, as text.</summary>
    public async Task<string> Stored()
    {
        var all = new System.Text.StringBuilder();
        foreach (var file in Directory.EnumerateFiles(House.Folder, "house.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, GivenHouse.Stop);
            all.Append(System.Text.Encoding.Latin1.GetString(bytes.ToArray()));
        }

        return all.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        Me.Dispose();
        await House.DisposeAsync();
    }

    private static Unit UnitOf(string code, UnitKind kind, string path) => new() { Code = code, Kind = kind, Name = code, PlaceCode = "183", Path = path };

    [GeneratedRegex("#enrol=(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
