using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Units;
using Xunit;
using static XacThuc.Web.Tests.Units.GivenPlaces;

namespace XacThuc.Web.Tests.Units.Operate;

public sealed partial class PlacesPageTests : IAsyncLifetime
{
    private const string Page = "/operator/places";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-house-");
    private GivenPlaces _given = null!;
    private WebApplication _house = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Until2025();
        var builder = HouseHost.NewBuilder<PlainDb>(new HouseSettings
        {
            House = HouseKind.Platform,
            Url = new Uri("http://127.0.0.1:0"),
            PartnerUrl = new Uri("http://127.0.0.1:1"),
            Folder = _folder.FullName,
            Database = _given.Database,
        });
        builder.Services.AddSingleton<IStartupFilter, NamedRole>();
        _house = builder.BuildHouse();
        await _house.StartAsync(Stop);
        var address = _house.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        _browser.DefaultRequestHeaders.Add("Cookie", "xt-lang=en");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _house.StopAsync(CancellationToken.None);
        await _house.DisposeAsync();
        await _given.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public static TheoryData<AccountRole> Roles() => new(Enum.GetValues<AccountRole>());

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Only_operators_reach_the_page(AccountRole role)
    {
        SignIn(role);

        var answer = await _browser.GetAsync(new Uri(Page, UriKind.Relative), Stop);

        Assert.Equal(UnitsAccess.Allows(role), answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(role is AccountRole.DistrictOperator or AccountRole.RegisterOperator, UnitsAccess.Allows(role));
    }

    [Fact]
    public async Task Nobody_signed_in_reaches_nothing()
    {
        var answer = await _browser.GetAsync(new Uri(Page, UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_shows_what_there_was_on_the_day()
    {
        SignIn(AccountRole.DistrictOperator);
        await _given.LoadShipped(1);

        var before = await Read($"{Page}?asOf=2025-06-30&under=183");
        var after = await Read($"{Page}?asOf=2025-07-01&under=20");
        var unknown = await Read($"{Page}?asOf=nonsense&under=%3Cb%3E");

        Assert.Contains("Xã Hợp Thành", before, StringComparison.Ordinal);
        Assert.Contains("06187 Phường Kỳ Lừa", before, StringComparison.Ordinal);
        Assert.Contains("30/06/2025", before, StringComparison.Ordinal);
        Assert.Contains("Phường Kỳ Lừa", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Xã Hợp Thành", after, StringComparison.Ordinal);
        Assert.Contains("Tỉnh Lạng Sơn", unknown, StringComparison.Ordinal);
        Assert.DoesNotContain("<td><b>", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_loaded_and_then_units_are_moved_by_hand()
    {
        SignIn(AccountRole.DistrictOperator);
        await using (var db = _given.Open())
            _ = Done(await UnitSets.CreateForDistrict(db, "183", Day("2021-11-05"), HouseKind.Platform, Operator, At, Stop));
        using var reader = new StreamReader(PlaceSets.Open(PlaceSets.Shipped[1]));

        var loaded = await Send("Load", await reader.ReadToEndAsync(Stop));
        var page = await Read(Page);
        var moved = await Send("Move", null);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (loaded.StatusCode, moved.StatusCode));
        Assert.Contains("117 rows read: 32 places added, 85 changed or ended.", page, StringComparison.Ordinal);
        Assert.Contains("TYT-06226", page, StringComparison.Ordinal);
        Assert.Contains("44 units moved.", await Read(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_wrong_row_is_told_on_the_page()
    {
        SignIn(AccountRole.DistrictOperator);

        var answer = await Send("Load", $"{Heading}06226,commune,,,,2024-12-31,06999\n");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "Line 2: from 01/01/2025 there is no successor 06999",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_not_taken()
    {
        SignIn(AccountRole.DistrictOperator);
        using var form = new FormUrlEncodedContent([]);

        var answer = await _browser.PostAsync(new Uri($"{Page}?handler=Move", UriKind.Relative), form, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private void SignIn(AccountRole role) => _browser.DefaultRequestHeaders.Add("X-Role", role.ToString());

    private async Task<string> Read(string address) =>
        WebUtility.HtmlDecode(await _browser.GetStringAsync(new Uri(address, UriKind.Relative), Stop));

    private async Task<HttpResponseMessage> Send(string handler, string? file)
    {
        var token = Token().Match(await _browser.GetStringAsync(new Uri(Page, UriKind.Relative), Stop)).Groups["value"].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (file is not null) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "places.csv");
        return await _browser.PostAsync(new Uri($"{Page}?handler={handler}", UriKind.Relative), form, Stop);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    /// <summary>Believes whoever says in which role they come: who signs in how is tested elsewhere.</summary>
    private sealed class NamedRole : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (Enum.TryParse<AccountRole>(context.Request.Headers["X-Role"], out var role))
                {
                    var who = new SignedIn("operator", 1, "VHTT-183", "/20/183/", role);
                    context.User = new ClaimsPrincipal(new ClaimsIdentity(who.Claims, "named"));
                }

                return go(context);
            });
            next(app);
        };
    }
}
