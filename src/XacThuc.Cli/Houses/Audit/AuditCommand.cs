using System.CommandLine;
using XacThuc.Cli.Houses.House;
using XacThuc.Cli.Houses.Run;
using XacThuc.Matching.Texts;
using XacThuc.Web.Audit;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.Audit;

/// <summary>The command <c>audit verify</c>: walks the chain of hashes of a house.</summary>
internal static class AuditCommand
{
    private const int ChainBroken = 1;

    public static Command Create()
    {
        var (data, house, postgres) = (HouseOptions.Data(), HouseOptions.House(), HouseOptions.Postgres());
        var verify = new Command("verify", "Tell whether the audit of a house is as it was written") { data, house, postgres };
        verify.SetAction((parsed, stop) => Verify(
            parsed.GetRequiredValue(data), parsed.Kind(house), parsed.GetValue(postgres), Terminal.Own, stop));
        return new Command("audit", "The book of who did and looked at what") { verify };
    }

    private static async Task<int> Verify(
        string data, HouseKind house, string? postgres, Terminal terminal, CancellationToken stop)
    {
        if (postgres is null && !Directory.Exists(HousePlaces.Folder(data, house)))
            return terminal.Refuse(Speech.Say(
                $"{data}: không có dữ liệu nào ở đây. Nêu thư mục của hệ thống bằng --data.",
                $"{data}: there is no house here. Name its folder with --data."));
        await using var opened = HouseData.Open(data, house, postgres);
        var (broken, links, open) = await AuditChain.Verify(opened.Db, stop);
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
