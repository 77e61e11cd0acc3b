using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Tests.Houses;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Web.Tests.Units;

/// <summary>A house with nothing but what every house keeps.</summary>
public sealed class PlainDb(DbContextOptions<PlainDb> options) : HouseDb(options);

/// <summary>A house's database of its own, gone afterwards.</summary>
internal sealed class GivenPlaces : IAsyncDisposable
{
    public const string Heading = "code,level,name,parent,valid_from,valid_to,successor\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-places-");

    private readonly GivenDatabase _database;

    private GivenPlaces() => _database = new GivenDatabase(_folder.FullName);

    public static Actor Operator { get; } = new("operator", "VHTT-183", "DistrictOperator");

    public static DateTimeOffset At { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public HouseDatabase Database => _database.Database;

    public PlaceShelf Shelf { get; } = new();

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Act Loading => new(Operator, At, PlaceSets.ActKind, "places:file");

    public static async Task<GivenPlaces> Empty()
    {
        var given = new GivenPlaces();
        await using var db = given.Open();
        await db.Database.EnsureCreatedAsync(Stop);
        return given;
    }

    public static async Task<GivenPlaces> Until2025()
    {
        var given = await Empty();
        await given.LoadShipped(0);
        return given;
    }

    public static async Task<GivenPlaces> Today()
    {
        var given = await Until2025();
        await given.LoadShipped(1);
        return given;
    }

    public PlainDb Open()
    {
        var options = new DbContextOptionsBuilder<PlainDb>();
        Database.Use(options);
        return new PlainDb(options.Options);
    }

    public async Task<PlacesLoaded> LoadShipped(int set)
    {
        await using var db = Open();
        await using var csv = PlaceSets.Open(PlaceSets.Shipped[set]);
        return Done(await PlaceSets.Load(db, csv, Loading, Stop));
    }

    public async Task<Result<PlacesLoaded>> Load(string rows, string heading = Heading)
    {
        await using var db = Open();
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(heading + rows));
        return await PlaceSets.Load(db, csv, Loading, Stop);
    }

    public async Task<PlaceBook> Book()
    {
        await using var db = Open();
        return await Shelf.Get(db, Stop);
    }

    public static T Done<T>(Result<T> result)
    {
        Assert.True(result.TryGet(out var value, out var refusal), refusal?.Sentence.En);
        return value!;
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync()
    {
        _database.Drop();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
