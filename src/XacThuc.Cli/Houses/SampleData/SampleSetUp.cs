using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Cli.Houses.Run;
using XacThuc.Cli.Sample;
using XacThuc.Cli.Sample.Damages;
using XacThuc.Exchange.Signing;
using XacThuc.Matching.Texts;
using XacThuc.Platform;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Clients;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using XacThuc.Web.Units;

namespace XacThuc.Cli.Houses.SampleData;

/// <summary>The sample: keys, places, units, accounts and clients before the houses open, people and records after.</summary>
internal sealed class SampleSetUp(RunOptions options, Terminal terminal)
{
    private const string District = "183";
    private const long People = 80_000;

    // The plan's own month, when there were districts and 22 communes.
    private static readonly DateOnly TimeOfPlan = new(2021, 11, 5);
    private const string Secret = "sample-secret-of-cao-loc";

    private ReadyAccount[] _accounts = [];

    /// <summary>What is written for those who use the sample, once all is there.</summary>
    public ReadyFile? Ready { get; private set; }

    /// <summary>Makes what the houses need to open.</summary>
    public static void MakeKeys(RunOptions options) => BorderKeys.CreateForSample(
        HousePlaces.Folder(options.Data, HouseKind.Platform), HousePlaces.Folder(options.Data, HouseKind.Register));

    /// <summary>Makes places, units, accounts and clients of both houses, where there are none.</summary>
    public async Task BeforeStart(IReadOnlyList<WebApplication> houses, CancellationToken stop)
    {
        var accounts = new List<ReadyAccount>();
        foreach (var house in houses) accounts.AddRange(await MakeAccounts(house, stop));
        _accounts = [.. accounts];
    }

    /// <summary>Brings people and records in, where they are wanted and not there yet; says that all is ready.</summary>
    /// <returns>Why it could not.</returns>
    public async Task<string?> AfterStart(IReadOnlyList<WebApplication> houses, CancellationToken stop)
    {
        ReadyClient[] clients = [.. Clients()];
        Ready = new ReadyFile(Address(options.Platform), Address(options.Register), _accounts, clients, []);
        if (options.Sample == SampleSize.District)
        {
            if (await BringPeople(clients, stop) is { } failed) return failed;
            var folder = Path.Combine(options.Data, "sample");
            Ready = Ready with { Citizens = await SampleCitizens.Make(folder, houses, stop), Places = await MakePlaces(houses, stop) };
            if (Ready.Citizens is [{ Record: SampleCitizens.Right } citizen, ..]) Ready = Ready with { Doses = DosesOf(folder, citizen) };
        }

        Ready.Write(options.Data);
        return null;
    }

    private static ReadyDoses DosesOf(string folder, ReadyCitizen citizen)
    {
        var (file, commune) = SampleDoses.Write(folder, citizen.Number);
        return new ReadyDoses(Path.GetFullPath(file), commune);
    }

    private async Task<IReadOnlyList<ReadyPlace>> MakePlaces(IReadOnlyList<WebApplication> houses, CancellationToken stop)
    {
        foreach (var house in houses)
        {
            await using var scope = house.Services.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<PlatformDb>() is not { } db) continue;
            return [.. (await SamplePlaces.Make(db, TimeProvider.System, stop)).Select(place => new ReadyPlace(
                place.Code, place.Name, new Uri(options.Platform, $"/portal/place/{place.Code}").AbsoluteUri, new Uri(options.Platform, $"/verifier/#enrol={place.Token}").AbsoluteUri))];
        }

        return [];
    }

    private static string Address(Uri address) => address.ToString().TrimEnd('/');

    private async Task<IEnumerable<ReadyAccount>> MakeAccounts(WebApplication house, CancellationToken stop)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, kind, time) = (services.GetRequiredService<HouseDb>(), services.GetRequiredService<HouseSettings>().House, TimeProvider.System);
        if (!await db.Units.AnyAsync(stop))
        {
            // All of it or nothing: a start that is ended here is made good by the next one.
            await using var made = await db.Database.BeginTransactionAsync(stop);
            Must(await PlaceSets.LoadShipped(db, Actor.House, time, stop));
            var units = Must(await UnitSets.CreateForDistrict(db, District, TimeOfPlan, kind, Actor.House, time.GetUtcNow(), stop));
            await SampleAccounts.Create(db, units, time, stop);
            var desk = services.GetRequiredService<ClientDesk>();
            foreach (var client in Clients().Where(client => NameOf(kind).Equals(client.House, StringComparison.Ordinal)))
                await desk.Create(
                    client.Id, client.Secret, client.Scopes.Split(' '), units.Single(unit => unit.Kind == LeaderOf(kind)),
                    new Act(Actor.House, time.GetUtcNow(), "client.create", $"client:{client.Id}"), stop, isSample: true);
            await made.CommitAsync(stop);
        }

        var all = await db.Units.AsNoTracking().OrderBy(unit => unit.Id).ToListAsync(stop);
        return SampleAccounts.Of(all).Select(account => new ReadyAccount(
            NameOf(kind), account.Role.ToString(), account.Unit.Code, account.User, account.Password, account.TotpSecret));
    }

    // What the sample ships loads; anything else is a fault of ours.
    private static T Must<T>(Result<T> result) =>
        result.TryGet(out var value, out var refusal) ? value : throw new InvalidOperationException(refusal.Code);

    private static UnitKind LeaderOf(HouseKind house) => house switch
    {
        HouseKind.Platform => UnitKind.DistrictHealthCentre,
        HouseKind.Register => UnitKind.DistrictPolice,
    };

    private static string NameOf(HouseKind house) => house switch
    {
        HouseKind.Platform => "platform",
        HouseKind.Register => "register",
    };

    /// <summary>The sample clients of both houses.</summary>
    public static IEnumerable<ReadyClient> Clients() =>
    [
        new("platform", "platform-sample", Secret, $"{ApiScopes.RecordsWrite} {ApiScopes.Runs}"),
        new("register", "register-sample", Secret, $"{ApiScopes.PopulationWrite} {ApiScopes.Authentication}"),
    ];

    // The files are made anew if they are gone; handed in twice they add nothing.
    private async Task<string?> BringPeople(ReadyClient[] clients, CancellationToken stop)
    {
        var folder = Path.Combine(options.Data, "sample");
        var done = Path.Combine(folder, "imported");
        if (File.Exists(done)) return null;
        terminal.Out.WriteLine(Speech.Say(
            "Đang tạo huyện mẫu Cao Lộc: 80.000 người, 64.000 hồ sơ (chỉ lần đầu) ...",
            "Making the sample district Cao Lộc: 80,000 people, 64,000 records (first time only) ..."));
        var quiet = terminal with { Out = TextWriter.Null };
        var made = new SampleWork(
            new SampleOptions(folder, People, People * 4 / 5, 1, XacThuc.Cli.Sample.Place.CaoLocDistrict, DamageProfile.Find("national")!, HasHamlets: true), quiet, stop).Run();
        stop.ThrowIfCancellationRequested();
        if (made != ExitCode.Ran) return Speech.Say($"{folder}: không ghi được dữ liệu mẫu.", $"{folder}: the sample could not be written.");

        using var register = await ApiClient.SignIn(Address(options.Register), clients[1], stop);
        await register.Import("api/v1/population/import", Path.Combine(folder, "register.csv"), "sample", _ => { }, stop);
        using var platform = await ApiClient.SignIn(Address(options.Platform), clients[0], stop);
        await platform.Import("api/v1/records/import", Path.Combine(folder, "records.csv"), "sample", _ => { }, stop);
        await File.WriteAllTextAsync(done, "", stop);
        return null;
    }
}
