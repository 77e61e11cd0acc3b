using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Certificates.Tests.Hcert;
using XacThuc.Platform;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Journeys.Tests.Verifier;

/// <summary>The guards' app with the whole health house: its lists, its links, its check points.</summary>
public sealed class WholeHouseTests
{
    private const string Token = "Y2hvLWRvbmctZGFuZw";

    [Fact]
    public async Task A_guard_enrols_by_a_link_checks_by_the_houses_lists_and_the_house_keeps_the_visit()
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-gate-").FullName;
        using var own = GivenGate.Signer();
        Directory.CreateDirectory(Path.Combine(folder, "certificates", "trust"));
        await File.WriteAllTextAsync(Path.Combine(folder, "certificates", "trust", "issuer.pem"), own.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await using var house = await House(folder);
        await using var camera = await GivenCamera.Open();
        var page = await camera.Page();

        await page.GotoAsync($"{house.Urls.First()}/verifier/#enrol={Token}");
        await page.FillAsync("#name", "Máy 1");
        await page.Keyboard.PressAsync("Enter");
        await page.Told("#place", "Chợ Đồng Đăng");
        camera.Show(GivenSigner.Text(own, GivenSigner.Vaccinated(), GivenGate.Now.AddDays(-1)));
        var sent = page.WaitForResponseAsync("**/verifier/api/scans");
        await page.Locator("#verdict:not([hidden]) .name", new() { HasText = "Lý Thị Mẩy" }).WaitForAsync();

        Assert.Equal(200, (await sent).Status);
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var scan = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<Scan>().SingleAsync(TestContext.Current.CancellationToken);
            Assert.Equal((ScanWay.In, ScanKind.Hcert), (scan.Way, scan.Kind));
        }

        await house.StopAsync(TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<WebApplication> House(string folder)
    {
        var house = PlatformHouse.Build(new HouseSettings
        {
            House = HouseKind.Platform,
            Url = new Uri("http://127.0.0.1:0"),
            PartnerUrl = new Uri("http://127.0.0.1:9"),
            Folder = folder,
            Database = HouseDatabase.Sqlite(Path.Combine(folder, "house.db")),
            IsSample = false,
        });
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
            var unit = new Unit { Code = "CHO-DD", Kind = UnitKind.Agency, Name = "Ban quản lý chợ", PlaceCode = "183", Path = "/20/183/" };
            db.Units.Add(unit);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            var place = new CheckPoint { Code = "DKS-1", UnitId = unit.Id, Path = unit.Path, Name = "Chợ Đồng Đăng", Address = "Đồng Đăng", Kind = CheckPointKind.Market, Responsible = "Vi Văn An", Phone = "0912345678", RegisteredAt = GivenGate.Now, RegisteredBy = "test" };
            db.Add(place);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            db.Add(new EnrolLink { PlaceId = place.Id, Guard = "Bảo vệ Tâm", TokenHash = DeviceSecret.HashOf(Token), MadeBy = "test", MadeAt = GivenGate.Now });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await house.StartAsync(TestContext.Current.CancellationToken);
        return house;
    }
}
