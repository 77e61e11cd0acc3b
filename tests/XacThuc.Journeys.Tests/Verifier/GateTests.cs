using XacThuc.Certificates.Tests.Hcert;
using XacThuc.Platform.Verifier;
using Xunit;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>A day at the gate: no network, old lists, no camera, a device that is enrolled and switched off.</summary>
public sealed class GateTests
{
    [Fact]
    public async Task After_the_first_load_it_starts_and_checks_with_no_network_at_all()
    {
        var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        var certificate = gate.Certificate();
        var page = await camera.At(gate);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await gate.DisposeAsync();
        await page.Context.SetOfflineAsync(true);

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("body[data-camera=open]");
        await page.Told("#state", "Mất mạng");
        camera.Show(certificate);

        await page.ShouldSay("genuine", "Lý Thị Mẩy");
    }

    [Fact]
    public async Task Without_any_list_nobody_can_know()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        gate.Bundle = null;

        var page = await camera.Scan(gate, gate.Certificate());

        await page.ShouldSay("cannot-know", "chưa tải danh sách");
        await page.ClickAsync("#next");
        Assert.Contains("chưa có danh sách", await page.InnerTextAsync("#state"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-30, -6, "genuine", "danh sách cũ")]
    [InlineData(-300, -276, "cannot-know", "danh sách quá cũ")]
    [InlineData(24, 48, "cannot-know", "ngày giờ của máy sai")]
    public async Task Lists_that_are_old_are_warned_of_and_then_no_more_believed(int issued, int stale, string verdict, string word)
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        gate.Bundle = gate.NewBundle() with { Issued = GivenGate.Now.AddHours(issued), Stale = GivenGate.Now.AddHours(stale) };

        var page = await camera.Scan(gate, gate.Certificate());

        await page.ShouldSay(verdict, word);
        await page.ShouldServeGuards($"verifier-lists-{verdict}{issued}");
        await page.ClickAsync("#next");
        Assert.Equal("warn", await page.GetAttributeAsync("#state", "data-is"));
    }

    [Fact]
    public async Task Lists_that_a_stranger_signed_or_that_are_older_are_not_taken()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        var page = await camera.At(gate);

        gate.SignedBy = GivenGate.NewKey();
        await page.ClickAsync("#state");
        await page.ClickAsync("#update");
        await page.Told("#asked", "không do khóa quen ký");
        (gate.SignedBy, gate.Bundle) = (null, gate.NewBundle() with { Issued = GivenGate.Now.AddDays(-1) });
        await page.ClickAsync("#update");
        await page.Told("#asked", "cũ hơn danh sách đang có");
        await page.ShouldServeGuards("verifier-about");
        await page.Keyboard.PressAsync("Escape");
        camera.Show(gate.Certificate());

        await page.ShouldSay("genuine");
    }

    [Fact]
    public async Task A_device_is_enrolled_by_a_link_keeps_scans_sealed_and_sends_them_when_it_can()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        gate.Status = """{"known":true,"doses":2,"complete":true,"last":"2021-11-02","recovered":null,"test":null}""";
        var page = await camera.Enrolled(gate);
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);
        await page.ShouldServeGuards("verifier-enrolled");

        await page.Context.SetOfflineAsync(true);
        await page.CheckAsync("[name=way][value=out]", new() { Force = true });
        camera.Show(gate.Certificate());
        await page.ShouldSay("genuine");
        await page.ClickAsync("#next");
        await page.Told("#state", "1 lượt");
        Assert.DoesNotContain("URN:UVCI", await page.EvaluateAsync<string>(WhatIsKept), StringComparison.Ordinal);

        var sent = page.WaitForResponseAsync("**/verifier/api/scans");
        await page.Context.SetOfflineAsync(false);
        Assert.Equal(200, (await sent).Status);
        await page.Locator("#state-text:not(:text('lượt'))").WaitForAsync();
        var scan = Assert.Single(gate.Scans);
        Assert.Equal(("out", "hcert", "genuine"), (scan.GetProperty("way").GetString(), scan.GetProperty("kind").GetString(), scan.GetProperty("verdict").GetString()));
        Assert.Equal("Lý Thị Mẩy", scan.GetProperty("person").GetProperty("name").GetString());

        camera.Show("001093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<1");
        await page.ShouldSay("no-certificate", "NGUYEN LE KHA HAN");
        await page.Told("#verdict", "2 mũi, mũi cuối 02/11/2021, đủ liều");
    }

    [Fact]
    public async Task A_device_that_was_switched_off_erases_what_it_kept_and_says_so()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        var page = await camera.Enrolled(gate);
        gate.IsSwitchedOff = true;

        camera.Show(gate.Certificate());

        await page.Told("#told", "đã bị tắt");
        Assert.False(await page.IsVisibleAsync("#ways"));
        Assert.Equal("0,0,", await page.EvaluateAsync<string>(WhatIsKept));
        await page.ShouldServeGuards("verifier-off");
    }

    [Fact]
    public async Task A_link_that_was_used_says_what_the_house_says()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        var page = await camera.Page();
        await page.GotoAsync(gate.Address + "#enrol=used");

        await page.FillAsync("#name", "Cổng chính");
        await page.ClickAsync("#enrol-do");

        await page.Told("#enrol-told", "đã được dùng");
        await page.ShouldServeGuards("verifier-enrol");
    }

    [Fact]
    public async Task Without_a_camera_it_says_what_to_do_and_a_scanner_types()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open(isThere: false);
        var page = await camera.Page();
        await page.GotoAsync(gate.Address);
        await page.WaitForSelectorAsync("body[data-lists=asked]");
        await page.WaitForSelectorAsync("#again:not([hidden])");
        Assert.Contains("máy ảnh", await page.InnerTextAsync("#told"), StringComparison.Ordinal);
        await page.ShouldServeGuards("verifier-no-camera");

        await page.FocusAsync("#code");
        await page.Keyboard.InsertTextAsync(gate.Certificate());
        await page.Keyboard.PressAsync("Enter");

        await page.ShouldSay("genuine", "Lý Thị Mẩy");
    }

    [Fact]
    public async Task Where_the_camera_is_not_allowed_it_says_how_to_allow_it_and_goes_on_when_it_is()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open(isAllowed: false);
        var page = await camera.Page();
        await page.GotoAsync(gate.Address);
        await page.Told("#told", "cho phép máy ảnh, rồi bấm Thử lại");
        await page.ShouldServeGuards("verifier-camera-denied");

        await page.ClickAsync("#again");
        await page.WaitForSelectorAsync("#again:not([hidden])");
        await page.Told("#told", "chưa cho dùng máy ảnh");
        await page.Context.GrantPermissionsAsync(["camera"]);
        await page.ClickAsync("#again");
        await page.WaitForSelectorAsync("body[data-camera=open]");
        await page.Told("#told", "Đưa mã QR vào khung");
        Assert.False(await page.IsVisibleAsync("#again"));
        camera.Show(gate.Certificate());

        await page.ShouldSay("genuine", "Lý Thị Mẩy");
    }

    [Theory]
    [InlineData(390, 844, "phone")]
    [InlineData(844, 390, "turned")]
    [InlineData(1280, 720, "desktop")]
    public async Task It_serves_everybody_on_every_screen_in_both_languages(int width, int height, string screen)
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        var page = await camera.At(gate, width, height);
        await page.ShouldServeGuards($"verifier-scanning-{screen}");

        await page.ClickAsync("#language");
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        camera.Show(GivenSigner.Text(gate.Own, GivenSigner.Recovered(), GivenGate.Now.AddMonths(-13)));

        await page.ShouldSay("rule-not-met", "Not met", "it is over", "Recovered");
        await page.ShouldServeGuards($"verifier-verdict-{screen}");
    }

    [Fact]
    public void The_whole_app_with_its_decoder_is_under_600_kB() =>
        Assert.InRange(VerifierApp.Files.Values.Sum(file => (file.Gzip ?? file.Whole)!.Length), 400_000, 600_000);

    // How many scans and secrets, and what of them is legible.
    private const string WhatIsKept = """
        new Promise((done) => {
          const opening = indexedDB.open("xacthuc-verifier");
          opening.onsuccess = () => {
            const change = opening.result.transaction(["scans", "kept"]);
            const [scans, device] = [change.objectStore("scans").getAll(), change.objectStore("kept").get("device")];
            change.oncomplete = () => {
              const sealed = scans.result.map((one) => JSON.stringify(one) + String.fromCharCode(...new Uint8Array(one.sealed.bytes)));
              opening.result.close();
              done([scans.result.length, device.result ? 1 : 0, sealed].join());
            };
          };
        })
        """;
}
