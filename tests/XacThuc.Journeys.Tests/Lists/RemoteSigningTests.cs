using Microsoft.Playwright;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Journeys.Tests.Loop;
using XacThuc.Testing.Signing;
using Xunit;

namespace XacThuc.Journeys.Tests.Lists;

/// <summary>The chairman signs the results of a day by phone or by PIN at a remote signing service.</summary>
public sealed class RemoteSigningTests(Browser browser)
{
    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task The_page_becomes_the_signed_results_by_itself_when_the_phone_confirms(int width, string screen)
    {
        await using var service = await GivenService.Open();
        await using var given = await Closed(service, width);
        var chairman = given.Committee;
        await chairman.ShouldServeEverybody($"remote-result-{screen}");
        await chairman.Locator("a[data-key=r]").ClickAsync();
        await chairman.ShouldServeEverybody($"remote-ask-{screen}");

        // The phone declines first.
        await chairman.FillAsync("#userId", GivenService.User);
        await chairman.Keyboard.PressAsync("Enter");
        await chairman.WaitForSelectorAsync("form[action$='handler=stop']");
        await Rings(service, 1);
        await chairman.ShouldServeEverybody($"remote-waiting-{screen}");
        service.Press(agrees: false);
        await Assertions.Expect(chairman.Locator(".notice.is-wrong")).ToContainTextAsync("đã từ chối trên điện thoại", new() { Timeout = 15_000 });
        await chairman.ShouldServeEverybody($"remote-declined-{screen}");

        // It is stopped, and asked again: the user id is still there. Another page that asks meanwhile waits as well.
        await chairman.Locator("button[data-key=s]").ClickAsync();
        await Rings(service, 2);
        await chairman.Locator("form[action$='handler=stop'] button").ClickAsync();
        await chairman.WaitForSelectorAsync(".notice:has-text('Đã dừng chờ')");
        await chairman.ShouldServeEverybody($"remote-stopped-{screen}");
        var other = await chairman.Context.NewPageAsync();
        await other.GotoAsync(chairman.Url);
        await chairman.Locator("button[data-key=s]").ClickAsync();
        await Rings(service, 3);
        await other.Locator("button[data-key=s]").ClickAsync();
        await other.WaitForSelectorAsync(".notice.is-wrong");
        service.Press(agrees: true);
        await IsSigned(chairman);
        await IsSigned(other);
        await chairman.ShouldServeEverybody($"remote-signed-{screen}");
    }

    [Theory]
    [InlineData(1280, "desktop")]
    [InlineData(390, "phone")]
    public async Task A_chairman_chooses_a_certificate_and_types_PIN_and_code(int width, string screen)
    {
        await using var service = await GivenService.Open(version: 2);
        service.Mode = "explicit";
        await using var given = await Closed(service, width);
        service.Signers["HX0224685"] = GivenSigner.Of(Authority(given), name: "Lương Thị Phó Chủ Tịch");
        var chairman = given.Committee;
        await chairman.GotoAsync($"{given.Session}/remote");
        await chairman.FillAsync("#userId", "khongco");
        await chairman.Keyboard.PressAsync("Enter");
        await chairman.WaitForSelectorAsync(".notice.is-wrong");
        await chairman.ShouldServeEverybody($"remote-nobody-{screen}");
        await chairman.FillAsync("#userId", GivenService.User);
        await chairman.Keyboard.PressAsync("Enter");
        await chairman.WaitForSelectorAsync("input[name=credential]");
        await chairman.ShouldServeEverybody($"remote-choose-{screen}");
        await chairman.Locator("main form button").ClickAsync();

        await chairman.WaitForSelectorAsync("#secret-0");
        await chairman.ShouldServeEverybody($"remote-pin-{screen}");
        await Type(chairman, "000000", service.Code!);
        await chairman.WaitForSelectorAsync(".notice.is-wrong");
        await chairman.ShouldServeEverybody($"remote-pin-wrong-{screen}");
        await Type(chairman, GivenService.Pin, service.Code!);
        await IsSigned(chairman);
    }

    private async Task<GivenMorning> Closed(GivenService service, int width)
    {
        var given = await GivenMorning.Open(browser, people: 1, width, service.Settings(confirm: 180));
        SampleAuthority.Open(Authority(given), TimeProvider.System.GetUtcNow()).Dispose();
        service.Signers["GX0112348"] = GivenSigner.Of(Authority(given));
        var desk = await given.Desk(1280);
        await GivenMorning.Screen(desk, 1);
        await GivenMorning.Inject(desk);
        await GivenMorning.LetGo(desk, 1);
        await given.Close();
        await given.Committee.GotoAsync($"{given.Session}/result");
        return given;
    }

    // The sample believes its own root alone.
    private static string Authority(GivenMorning given) => Path.Combine(given.Houses.Folder, "platform", "sample-authority");

    private static async Task Type(IPage chairman, params string[] secrets)
    {
        foreach (var (at, secret) in secrets.Index()) await chairman.FillAsync($"#secret-{at}", secret);
        await chairman.Keyboard.PressAsync("Enter");
    }

    private static async Task Rings(GivenService service, int times)
    {
        for (var tries = 0; service.Rings < times; tries++)
        {
            if (tries == 300) throw new TimeoutException("The phone does not ring.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    // Nobody touches the page.
    private static async Task IsSigned(IPage chairman)
    {
        await chairman.WaitForURLAsync(url => url.EndsWith("/result", StringComparison.Ordinal), new() { Timeout = 15_000 });
        await Assertions.Expect(chairman.Locator(".notice.is-right")).ToHaveCountAsync(1);
    }
}
