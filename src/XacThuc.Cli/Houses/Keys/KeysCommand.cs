using System.CommandLine;
using XacThuc.Cli.Houses.House;
using XacThuc.Cli.Houses.Run;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.Keys;

/// <summary>The command <c>keys</c>: the health house's keys for verifiers' lists and personal codes, as its operator handles them. A running house notices.</summary>
internal static class KeysCommand
{
    private static readonly (string Word, KeyUse Use)[] Uses = [("bundles", KeyUse.Bundles), ("personal-codes", KeyUse.PersonalCodes)];

    public static Command Create()
    {
        var data = HouseOptions.Data();
        var use = new Argument<string>("use") { Description = "bundles: the lists that verifiers carry; personal-codes: people's own codes" };
        use.AcceptOnlyFromAmong([.. Uses.Select(one => one.Word)]);
        var show = new Command("show", "Name the keys that are known, the one that signs first") { use, data };
        show.SetAction(parsed => Run(FolderOf(parsed), UseOf(parsed), rotates: false, Terminal.Own));
        var rotate = new Command("rotate", "Sign with the next key from now on; verifiers know it since their last lists") { use, data };
        rotate.SetAction(parsed => Run(FolderOf(parsed), UseOf(parsed), rotates: true, Terminal.Own));
        return new Command("keys", "The keys with which the health house signs lists for verifiers and personal codes") { show, rotate };

        string FolderOf(ParseResult parsed) => HousePlaces.Folder(parsed.GetRequiredValue(data), HouseKind.Platform);
        KeyUse UseOf(ParseResult parsed) => Uses.First(one => one.Word.Equals(parsed.GetRequiredValue(use), StringComparison.Ordinal)).Use;
    }

    public static int Run(string folder, KeyUse use, bool rotates, Terminal terminal)
    {
        if (!Directory.Exists(folder))
            return terminal.Refuse(Speech.Say(
                $"{folder}: không có nhà nào ở đây. Lệnh set-up lập nhà; hoặc nêu đúng thư mục bằng --data.",
                $"{folder}: there is no house here. The command set-up makes one; or name the right folder with --data."));
        var keys = new HouseKeys(folder);
        if (rotates) keys.Rotate(use);
        foreach (var key in keys.Known(use)) terminal.Out.WriteLine(key.Id);
        return ExitCode.Ran;
    }
}
