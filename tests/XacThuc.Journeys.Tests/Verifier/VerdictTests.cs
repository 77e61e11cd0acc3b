using System.Security.Cryptography;
using XacThuc.Certificates.Hcert.Writing;
using XacThuc.Certificates.PersonalQr;
using XacThuc.Certificates.Tests.Codes;
using XacThuc.Certificates.Tests.Hcert;
using Xunit;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>What a guard sees when a code is held before the camera.</summary>
public sealed class VerdictTests
{
    private const string Card = "020056001234|081234567|Lý Thị Mẩy|11021956|Nữ|Thôn Nà Pàn, Đồng Đăng, Cao Lộc, Lạng Sơn|25042021";

    [Fact]
    public async Task A_genuine_certificate_is_green_with_name_and_year_of_birth()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        var page = await camera.Scan(gate, gate.Certificate());

        await page.ShouldSay("genuine", "hợp lệ", "Lý Thị Mẩy", "1956", "2/2 mũi", "18/09/2021", "So họ tên");
        Assert.DoesNotContain("11/02", await page.InnerTextAsync("#verdict"), StringComparison.Ordinal);
        await page.ShouldServeGuards("verifier-genuine");
    }

    [Fact]
    public async Task A_code_held_aslant_with_a_corner_outside_of_the_frame_is_read()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        var page = await camera.At(gate);

        camera.Show(gate.Certificate(), isAside: true);

        await page.ShouldSay("genuine", "Lý Thị Mẩy");
    }

    [Fact]
    public async Task What_somebody_else_signed_is_not_genuine_and_names_nobody()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = new HcertSigner(stranger, SHA256.HashData(gate.Own.RawData)[..8]);
        var forged = HcertWriter.Write(GivenSigner.Vaccinated(), "VN", GivenGate.Now.AddDays(-1), GivenGate.Now.AddYears(1), signer);

        var page = await camera.Scan(gate, forged);

        await page.ShouldSay("not-genuine", "không thật", "chữ ký sai");
        Assert.DoesNotContain("Mẩy", await page.InnerTextAsync("#verdict"), StringComparison.Ordinal);
        await page.ShouldServeGuards("verifier-not-genuine");
    }

    [Fact]
    public async Task What_is_over_is_genuine_but_not_met()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();

        var page = await camera.Scan(gate, GivenSigner.Text(gate.Own, GivenSigner.Vaccinated(), GivenGate.Now.AddMonths(-13)));

        await page.ShouldSay("rule-not-met", "chưa đạt", "hết hạn", "Lý Thị Mẩy");
        await page.ShouldServeGuards("verifier-rule-not-met");
    }

    [Fact]
    public async Task Of_an_issuer_that_is_not_on_the_list_nobody_can_know()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        using var other = GivenSigner.Ec();

        var page = await camera.Scan(gate, GivenSigner.Text(other, GivenSigner.Recovered(), GivenGate.Now.AddDays(-1)));

        await page.ShouldSay("cannot-know", "chưa rõ", "không có trong danh sách", "Hoàng Thị Ơn");
        await page.ShouldServeGuards("verifier-cannot-know");
    }

    [Fact]
    public async Task A_card_says_what_it_says_and_that_nobody_signed_it()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();

        var page = await camera.Scan(gate, Card);

        await page.ShouldSay("no-certificate", "chưa ký", "Căn cước công dân", "Lý Thị Mẩy", "1956");
        Assert.DoesNotContain("020056001234", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nà Pàn", await page.ContentAsync(), StringComparison.Ordinal);
        await page.ShouldServeGuards("verifier-no-certificate");
    }

    [Fact]
    public async Task What_was_taken_back_and_what_the_key_may_not_sign_are_not_genuine()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        gate.Bundle = gate.NewBundle("URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF");

        var page = await camera.Scan(gate, gate.Certificate());
        await page.ShouldSay("not-genuine", "thu hồi");

        camera.Show(GivenSigner.Text(gate.ForTests, GivenSigner.Vaccinated(), GivenGate.Now.AddDays(-1)));
        await page.ClickAsync("#next");
        await page.Told("#verdict", "không được ký loại");
        Assert.Equal("not-genuine", await page.GetAttributeAsync("#verdict", "data-is"));
    }

    [Fact]
    public async Task A_personal_code_is_worth_what_its_signature_is()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        var page = await camera.At(gate);

        foreach (var (text, verdict, word) in ((string, string, string)[])[
            (Personal(gate.Personal, 600), "genuine", "hợp lệ"),
            (Personal(gate.Personal, -1), "rule-not-met", "hết hạn"),
            (Personal(gate.Personal, 600).Replace("HAN", "HUN", StringComparison.Ordinal), "not-genuine", "chữ ký sai"),
            (Personal(GivenGate.NewKey(), 600), "cannot-know", "không có trong danh sách"),
            ("******029317|NGUYEN LE KHA HAN|1987-**-**|0|162979388586171100|<1", "no-certificate", "chưa ký")])
        {
            await page.FillAsync("#code", text);
            await page.Keyboard.PressAsync("Enter");
            await page.ShouldSay(verdict, word);
            await page.Keyboard.PressAsync("Space");
            await page.WaitForSelectorAsync("#verdict[hidden]", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        }
    }

    [Fact]
    public async Task A_health_card_is_worth_what_its_signature_is()
    {
        await using var gate = await GivenGate.Open();
        await using var camera = await GivenCamera.Open();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var credential = GivenHealthCards.Vaccinated(GivenGate.Now.AddDays(-1));
        var page = await camera.Scan(gate, gate.HealthCards.Card(credential));
        await page.ShouldSay("genuine", "hợp lệ", "SMART Health", "Lý Thị Mẩy", "1956", "2/2 mũi", "18/09/2021", "So họ tên");
        await page.ShouldServeGuards("verifier-health-card");

        camera.Show(gate.HealthCards.Card(credential, signer: stranger));
        await page.ClickAsync("#next");

        await page.ShouldSay("not-genuine", "không thật", "SMART Health", "chữ ký sai");
        Assert.DoesNotContain("Mẩy", await page.InnerTextAsync("#verdict"), StringComparison.Ordinal);
    }

    private static string Personal(Platform.Certificates.Keys.HouseKey key, int seconds) => PersonalQrSignature.Sign(
        "******029317|NGUYEN LE KHA HAN|1987-**-**|0|162979388586171100|<1<<<", GivenGate.Now.AddSeconds(seconds), key.Id, bytes => key.Sign(bytes));
}
