using System.Globalization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Cli.Houses.House;
using XacThuc.Platform;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Testing.Houses;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;
using Xunit;

namespace XacThuc.Journeys.Tests.Killed;

/// <summary>The health house killed at random moments while guards' phones send what they scan: each scan is kept once, and what is counted is what was scanned.</summary>
public sealed class KilledGatesTests
{
    private const int PhonesOfPlace = 2;

    private static int Kills { get; } = int.Parse(Environment.GetEnvironmentVariable("XACTHUC_KILLS") ?? "4", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Scans_are_kept_and_counted_once_however_often_the_house_is_killed(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-gates-");
        var postgres = TestDatabases.NewConnection(database);
        var (address, other) = (HouseProcess.FreeAddress(), HouseProcess.FreeAddress());
        await using var house = new HouseProcess("platform", folder.FullName, address, other, postgres);
        await house.Start();
        await using var data = HouseData.Open(folder.FullName, HouseKind.Platform, postgres);
        var db = (PlatformDb)data.Db;
        var phones = await Enrol(db, address);

        using var end = new CancellationTokenSource();
        var working = phones.ConvertAll(phone => Task.Run(() => phone.Work(end.Token), Stop));
        var random = new Random(20211128);
        for (var i = 0; i < Kills; i++)
        {
            await Task.Delay(random.Next(50, 1500), Stop);
            await house.Kill();
            await house.Start();
        }

        // Phones go on scanning with the house that came last.
        await Task.Delay(500, Stop);
        await end.CancelAsync();
        await Task.WhenAll(working);
        await AssertKept(db, phones);
        Assert.True(phones.Sum(phone => phone.Unanswered) >= Kills, "The house was away and no phone noticed.");
        TestContext.Current.SendDiagnosticMessage($"{database}: {Kills} kills, {phones.Sum(phone => phone.Scanned.Count)} scans, {phones.Sum(phone => phone.Unanswered)} calls without an answer");
        phones.ForEach(phone => phone.Dispose());
        if (postgres is not null) await TestDatabases.Drop(postgres);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<List<GuardPhone>> Enrol(PlatformDb db, Uri house)
    {
        var phones = new List<GuardPhone>();
        for (var i = 0; i < PhonesOfPlace; i++)
            foreach (var place in await SamplePlaces.Make(db, TimeProvider.System, Stop))
                phones.Add(await GuardPhone.Enrol(house, place.Code, place.Token, phones.Count));
        return phones;
    }

    private static async Task AssertKept(PlatformDb db, List<GuardPhone> phones)
    {
        var places = await db.Set<CheckPoint>().ToDictionaryAsync(place => place.Code, place => place.Id, StringComparer.Ordinal, Stop);
        var scanned = phones.SelectMany(phone => phone.Scanned.Select(scan => (Place: places[phone.Place], Scan: scan))).ToList();
        var kept = await db.Set<Scan>().AsNoTracking().Select(scan => new { scan.Id, scan.PlaceId }).ToListAsync(Stop);
        Assert.Equal(scanned.Select(one => (one.Scan.Id, one.Place)).Order(), kept.Select(scan => (scan.Id, scan.PlaceId)).Order());

        var hours = await db.Set<HourCount>().AsNoTracking().ToListAsync(Stop);
        Assert.Equal(
            scanned.GroupBy(one => (one.Place, Day: Shown.Day(one.Scan.At), one.Scan.At.ToOffset(TimeSpan.FromHours(7)).Hour)).Select(hour => (
                hour.Key, Of(hour, "in"), Of(hour, "out"), Of(hour, "look"),
                (Of(hour, "genuine"), Of(hour, "rule-not-met"), Of(hour, "cannot-know"), Of(hour, "not-genuine"), Of(hour, "no-certificate")))).Order(),
            hours.ConvertAll(hour => (
                (hour.PlaceId, hour.Day, hour.Hour), hour.In, hour.Out, hour.Looks,
                (hour.Genuine, hour.RuleNotMet, hour.CannotKnow, hour.NotGenuine, hour.NoCertificate))).Order());

        var reasons = await db.Set<ReasonCount>().AsNoTracking().ToListAsync(Stop);
        Assert.Equal(
            scanned.SelectMany(one => one.Scan.Reasons.Select(reason => (one.Place, Day: Shown.Day(one.Scan.At), Reason: reason))).CountBy(one => one).Select(one => (one.Key, (long)one.Value)).Order(),
            reasons.ConvertAll(reason => ((reason.PlaceId, reason.Day, reason.Reason), reason.Count)).Order());

        static long Of(IEnumerable<(long Place, PhoneScan Scan)> hour, string word) => hour.LongCount(one => one.Scan.Way.Equals(word, StringComparison.Ordinal) || one.Scan.Verdict.Equals(word, StringComparison.Ordinal));
    }
}
