using XacThuc.Cli.Houses.SampleData;
using XacThuc.Matching.Texts;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.Run;

/// <summary>Says where the houses are and how to sign in.</summary>
internal static class Greeting
{
    public static void Say(Terminal terminal, RunOptions options, HouseKind[] kinds, ReadyFile? ready)
    {
        terminal.Out.WriteLine();
        if (kinds.Contains(HouseKind.Platform)) terminal.Out.WriteLine($"  {Speech.Say("Y tế (Nền tảng)", "Health (Platform)"),-22} {options.Platform}");
        if (kinds.Contains(HouseKind.Platform)) terminal.Out.WriteLine($"  {Speech.Say("Người dân (Cổng)", "Citizens (Portal)"),-22} {new Uri(options.Platform, "/portal")}");
        if (kinds.Contains(HouseKind.Register)) terminal.Out.WriteLine($"  {Speech.Say("Công an (Dân cư)", "Police (Register)"),-22} {options.Register}");
        if (ready is not null) SignIns(terminal, options, ready);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(Speech.Say("  Nhấn Ctrl+C để dừng.", "  Press Ctrl+C to stop."));
    }

    private static void SignIns(Terminal terminal, RunOptions options, ReadyFile ready)
    {
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(Speech.Say(
            "  Đăng nhập mẫu (mỗi vai trò một ví dụ; mọi tài khoản ở trong tệp ready.json):",
            "  Sample sign-ins (one of each role; all accounts are in ready.json):"));
        foreach (var account in ready.Accounts.DistinctBy(account => (account.House, account.Role)))
            terminal.Out.WriteLine(
                $"  {account.House,-9} {account.Role,-21} {account.User,-14} {account.Password}" +
                (account.TotpSecret is null ? "" : $"  TOTP {account.TotpSecret}"));
        Citizens(terminal, ready);
        Places(terminal, ready);
        Doses(terminal, ready);
        terminal.Out.WriteLine($"  {Path.GetFullPath(Path.Combine(options.Data, ReadyFile.Name))}");
    }

    private static void Citizens(Terminal terminal, ReadyFile ready)
    {
        if (ready.Citizens.Count == 0) return;
        terminal.Out.WriteLine(Speech.Say(
            "  Người dân trên Cổng: tra cứu bằng số hoặc điện thoại, hoặc đăng nhập bằng định danh điện tử (thay cho VNeID):",
            "  Citizens on the Portal: look-up by number or phone, or sign-in with the e-identity (stands in for VNeID):"));
        foreach (var citizen in ready.Citizens)
            terminal.Out.WriteLine(
                $"  {citizen.Number}  {Speech.Say("mức độ", "level")} {citizen.Level}  {RecordOf(citizen.Record),-15} {citizen.Phone}  {citizen.Password}" +
                (citizen.TotpSecret is null ? "" : $"  TOTP {citizen.TotpSecret}"));
    }

    private static void Places(Terminal terminal, ReadyFile ready)
    {
        if (ready.Places is not { Count: > 0 } places) return;
        terminal.Out.WriteLine(Speech.Say(
            "  Điểm kiểm soát mẫu: trang mà mã QR của điểm mở, và liên kết biến điện thoại thành máy của người trực (một lần, trong 24 giờ):",
            "  Sample check points: the page that the place's QR code opens, and the link that makes a phone the guard's device (once, within 24 hours):"));
        foreach (var place in places)
        {
            terminal.Out.WriteLine($"  {place.Name}  {place.Page}");
            terminal.Out.WriteLine($"      {place.Enrol}");
        }
    }

    private static void Doses(Terminal terminal, ReadyFile ready)
    {
        if (ready.Doses is not { } doses) return;
        terminal.Out.WriteLine(Speech.Say(
            $"  Để thử chứng nhận (docs/guide/certificates.vi.md): tệp mũi tiêm của xã {doses.Commune}, nạp ở mục Mũi tiêm bằng tài khoản trạm TYT-{doses.Commune}:",
            $"  To try certificates (docs/guide/certificates.md): doses of commune {doses.Commune}, to be brought under Doses by its station, TYT-{doses.Commune}:"));
        terminal.Out.WriteLine($"  {doses.File}");
    }

    private static string RecordOf(string record) => record switch
    {
        SampleCitizens.Right => Speech.Say("hồ sơ đúng", "right record"),
        SampleCitizens.Wrong => Speech.Say("hồ sơ sai", "wrong record"),
        _ => Speech.Say("chưa có hồ sơ", "no record"),
    };
}
