using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using XacThuc.Cli.Houses.House;
using XacThuc.Cli.Houses.Run;
using XacThuc.Exchange.Signing;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Houses.Border;

/// <summary>The command <c>border</c>: the keys of a house, as its operator handles them. A running house notices within a second.</summary>
internal static class BorderCommand
{
    public static Command Create()
    {
        var (data, house) = (HouseOptions.Data(), HouseOptions.House());
        var show = new Command("show", "Name the file to give to the other house, and its checksum to compare by voice") { data, house };
        show.SetAction(parsed => WithKeys(Folder(parsed), Terminal.Own, _ => { }));
        var rotate = new Command("rotate", "Sign with the next key from now on; then give the new public file to the other house") { data, house };
        rotate.SetAction(parsed => WithKeys(Folder(parsed), Terminal.Own, BorderKeys.Rotate));
        var file = new Argument<string>("file") { Description = "The public file of the other house" };
        var trust = new Command("trust", "Believe the other house's keys from now on") { file, data, house };
        trust.SetAction(parsed => Trust(Folder(parsed), parsed.GetRequiredValue(file), Terminal.Own));
        return new Command("border", "The keys with which the houses sign what they say to each other") { show, rotate, trust };

        string Folder(ParseResult parsed) => HousePlaces.Folder(parsed.GetRequiredValue(data), parsed.Kind(house));
    }

    /// <summary>Names the public file and its checksum.</summary>
    public static void Show(string folder, Terminal terminal)
    {
        var file = BorderKeys.PublicFile(folder);
        terminal.Out.WriteLine(Speech.Say($"Khoá công khai để đưa cho bên kia: {file}", "Public keys to give to the other house: " + file));
        terminal.Out.WriteLine(Checksum(file));
    }

    public static int WithKeys(string folder, Terminal terminal, Action<string> change)
    {
        if (!File.Exists(BorderKeys.PublicFile(folder)))
            return terminal.Refuse(Speech.Say(
                $"{folder}: chưa có khoá. Lệnh set-up tạo khoá; hoặc nêu đúng thư mục bằng --data.",
                $"{folder}: there are no keys yet. The command set-up makes them; or name the right folder with --data."));
        change(folder);
        Show(folder, terminal);
        return ExitCode.Ran;
    }

    public static int Trust(string folder, string file, Terminal terminal)
    {
        try
        {
            BorderKeys.Trust(folder, file);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException or FormatException or CryptographicException)
        {
            return terminal.Refuse(Speech.Say(
                $"{file}: không phải tệp khoá công khai của bên kia, hoặc không đọc được. Khoá cũ vẫn được dùng.",
                $"{file}: not a public key file of the other house, or not readable. The keys believed so far stay."));
        }

        terminal.Out.WriteLine(Speech.Say(
            "Đã tin các khoá này. Đọc mã kiểm tra dưới đây cho bên kia so lại:",
            "These keys are believed now. Read this checksum to the other side to compare:"));
        terminal.Out.WriteLine(Checksum(file));
        return ExitCode.Ran;
    }

    // In groups of four, as people read numbers aloud.
    private static string Checksum(string file) =>
        "SHA-256 " + string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))).Chunk(4).Select(group => new string(group)));
}
