using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Cli.Houses.Border;
using XacThuc.Cli.Houses.House;
using XacThuc.Cli.Houses.Run;
using XacThuc.Exchange.Signing;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Units;

namespace XacThuc.Cli.Houses.SetUp;

/// <summary>
/// The command <c>set-up</c>: what a house for real people needs before it is served. Tables, places, the district's units,
/// keys for the border and the first operator; what is there already stays.
/// </summary>
internal static class SetUpCommand
{
    public static Command Create()
    {
        var (data, house, postgres) = (HouseOptions.Data(), HouseOptions.House(), HouseOptions.Postgres());
        var district = new Option<string>("--district") { Description = "Official code of the district, three digits", Required = true };
        var user = new Option<string>("--user") { Description = "User name of the operator", Required = true };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The day whose communes are meant, as 2021-11-05; without it today",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(
                        result.Tokens[^1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return day;
                result.AddError(Speech.Say("--as-of nhận một ngày như 2021-11-05.", "--as-of takes a day such as 2021-11-05."));
                return null;
            },
        };
        var command = new Command("set-up", "Prepare a house for real people: its units, its keys and its first operator")
        {
            data, house, postgres, district, user, asOf,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var kind = parsed.Kind(house);
            var folder = parsed.GetRequiredValue(data);
            Directory.CreateDirectory(HousePlaces.Folder(folder, kind));
            await using var opened = HouseData.Open(folder, kind, parsed.GetValue(postgres));
            return await Prepare(
                opened.Db, HousePlaces.Folder(folder, kind), kind, parsed.GetRequiredValue(district),
                parsed.GetValue(asOf) ?? Terminal.Own.Today, parsed.GetRequiredValue(user), Terminal.Own, stop);
        });
        return command;
    }

    public static async Task<int> Prepare(
        HouseDb db, string folder, HouseKind house, string district, DateOnly asOf, string user, Terminal terminal, CancellationToken stop)
    {
        var prepared = await HouseSchema.Prepare(db, isSample: false, stop);
        if (prepared.Refusal is { } other) return terminal.Refuse(other.Sentence.ToString());

        // Another house's or another day's communes are not added beside the units of a house at work.
        var isNew = !await db.Units.AnyAsync(stop);
        if (isNew && await MakeUnits(db, house, district, asOf, terminal, stop) is { } failed) return terminal.Refuse(failed.Sentence.ToString());
        var made = await FirstOperator.Create(db, house, user, terminal.Time, stop);
        if (!made.TryGet(out var password, out var refusal)) return terminal.Refuse(refusal.Sentence.ToString());

        BorderKeys.CreateIfMissing(folder);
        terminal.Out.WriteLine(Speech.Say(
            $"Đơn vị: {await db.Units.CountAsync(stop)}. Người vận hành: {user}, mật khẩu dùng một lần: {password}",
            $"Units: {await db.Units.CountAsync(stop)}. Operator: {user}, password to be used once: {password}"));
        terminal.Out.WriteLine(Speech.Say(
            "Lần đăng nhập đầu tiên, hệ thống yêu cầu đổi mật khẩu và cài lớp bảo vệ thứ hai. Mật khẩu này không xem lại được.",
            "At the first sign-in the house asks for a new password and a second factor. This password is not shown again."));
        BorderCommand.Show(folder, terminal);
        return ExitCode.Ran;
    }

    private static async Task<Refusal?> MakeUnits(
        HouseDb db, HouseKind house, string district, DateOnly asOf, Terminal terminal, CancellationToken stop)
    {
        if (!(await PlaceSets.LoadShipped(db, Actor.House, terminal.Time, stop)).TryGet(out _, out var unread)) return unread;
        var made = await UnitSets.CreateForDistrict(db, district, asOf, house, Actor.House, terminal.Time.GetUtcNow(), stop);
        return made.Refusal;
    }
}
