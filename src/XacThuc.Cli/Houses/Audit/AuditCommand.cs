using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Cli.Houses.Run;
using XacThuc.Matching.Texts;
using XacThuc.Platform;
using XacThuc.Register;
using XacThuc.Web.Audit;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.Audit;

/// <summary>The command <c>audit verify</c>: walks the chain of hashes of a house.</summary>
internal static class AuditCommand
{
    private const int ChainBroken = 1;

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of the houses", DefaultValueFactory = _ => ".data/run" };
        var house = new Option<string>("--house") { Description = "platform or register", Required = true }.AcceptOnlyFromAmong("platform", "register");
        var postgres = new Option<string?>("--postgres") { Description = "Connection to the PostgreSQL server, where the house uses one" };
        var verify = new Command("verify", "Tell whether the audit of a house is as it was written") { data, house, postgres };
        verify.SetAction((parsed, stop) => Verify(
            parsed.GetRequiredValue(data), Enum.Parse<HouseKind>(parsed.GetRequiredValue(house), ignoreCase: true),
            parsed.GetValue(postgres), Terminal.Own, stop));
        return new Command("audit", "The book of who did and looked at what") { verify };
    }

    private static async Task<int> Verify(
        string data, HouseKind house, string? postgres, Terminal terminal, CancellationToken stop)
    {
        if (postgres is null && !Directory.Exists(HousePlaces.Folder(data, house)))
            return terminal.Refuse(Speech.Say(
                $"{data}: không có dữ liệu nào ở đây. Nêu thư mục của hệ thống bằng --data.",
                $"{data}: there is no house here. Name its folder with --data."));
        var services = new ServiceCollection();
        var database = HousePlaces.Database(data, postgres, house);
        _ = house switch
        {
            HouseKind.Platform => services.AddHouseDb<PlatformDb>(database),
            HouseKind.Register => services.AddHouseDb<RegisterDb>(database),
        };
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var (broken, links, open) = await AuditChain.Verify(scope.ServiceProvider.GetRequiredService<HouseDb>(), stop);
        if (broken == 0)
        {
            terminal.Out.WriteLine(Speech.Say(
                $"Nguyên vẹn: {links} mục nối liền nhau, {open} mục mới chưa đóng dấu.",
                $"Intact: {links} entries in an unbroken chain, {open} new ones not sealed yet."));
            return ExitCode.Ran;
        }

        terminal.Error.WriteLine(Speech.Say(
            $"KHÔNG nguyên vẹn: mục thứ {broken} đã bị sửa, bị xoá hoặc bị thêm. Giữ nguyên cơ sở dữ liệu và báo người phụ trách an toàn thông tin.",
            $"NOT intact: entry {broken} was changed, removed or added. Keep the database as it is and tell the security officer."));
        return ChainBroken;
    }
}
