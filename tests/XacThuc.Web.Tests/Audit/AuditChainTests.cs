using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Acts;
using XacThuc.Web.Audit;
using XacThuc.Web.Tests.Houses;
using XacThuc.Web.Units;
using Xunit;

namespace XacThuc.Web.Tests.Audit;

public sealed class AuditChainTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-audit-");
    private GivenDatabase _database = null!;
    private GivenDb _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = new GivenDatabase(_folder.FullName);
        _db = new GivenDb(_database.Options<GivenDb>());
        await _db.Database.EnsureCreatedAsync(Stop);
        for (var number = 1; number <= 5; number++) await Write(number);
        await AuditChain.Seal(_db, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        _database.Drop();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_chain_that_nobody_touched_holds()
    {
        Assert.Equal((0, 5, 0), await AuditChain.Verify(_db, Stop));
    }

    [Fact]
    public async Task What_was_written_since_is_counted_as_open_and_then_sealed()
    {
        await Write(6);

        Assert.Equal((0, 5, 1), await AuditChain.Verify(_db, Stop));
        Assert.Equal(1, await AuditChain.Seal(_db, Stop));
        Assert.Equal((0, 6, 0), await AuditChain.Verify(_db, Stop));
    }

    [Theory]
    [InlineData("UPDATE audit SET \"Who\" = 'somebody else' WHERE \"Link\" = 3")]
    [InlineData("UPDATE audit SET \"UnitCode\" = 'x' WHERE \"Link\" = 3")]
    [InlineData("UPDATE audit SET \"Role\" = 'x' WHERE \"Link\" = 3")]
    [InlineData("UPDATE audit SET \"Kind\" = 'x' WHERE \"Link\" = 3")]
    [InlineData("UPDATE audit SET \"Subject\" = 'x' WHERE \"Link\" = 3")]
    [InlineData("UPDATE audit SET \"Reason\" = 'x' WHERE \"Link\" = 3")]
    [InlineData("UPDATE audit SET \"At\" = (SELECT \"At\" FROM audit WHERE \"Link\" = 2) WHERE \"Link\" = 3")]
    [InlineData("UPDATE audit SET \"Who\" = \"Who\" || \"UnitCode\", \"UnitCode\" = '' WHERE \"Link\" = 3")]
    [InlineData("UPDATE audit SET \"Hash\" = (SELECT \"Hash\" FROM audit WHERE \"Link\" = 2) WHERE \"Link\" = 3")]
    public async Task An_altered_entry_is_found(string attack)
    {
        await _db.Database.ExecuteSqlRawAsync(attack, Stop);

        Assert.Equal(3, (await AuditChain.Verify(_db, Stop)).Broken);
    }

    [Fact]
    public async Task A_removed_entry_is_found()
    {
        await _db.Database.ExecuteSqlRawAsync("DELETE FROM audit WHERE \"Link\" = 3", Stop);

        Assert.Equal(3, (await AuditChain.Verify(_db, Stop)).Broken);
    }

    [Fact]
    public async Task A_removed_entry_is_found_also_when_the_others_move_up()
    {
        await _db.Database.ExecuteSqlRawAsync("DELETE FROM audit WHERE \"Link\" = 3", Stop);
        await _db.Database.ExecuteSqlRawAsync("UPDATE audit SET \"Link\" = \"Link\" - 1 WHERE \"Link\" = 4", Stop);
        await _db.Database.ExecuteSqlRawAsync("UPDATE audit SET \"Link\" = \"Link\" - 1 WHERE \"Link\" = 5", Stop);

        Assert.Equal(3, (await AuditChain.Verify(_db, Stop)).Broken);
    }

    [Fact]
    public async Task An_entry_added_between_is_found()
    {
        await _db.Database.ExecuteSqlRawAsync("UPDATE audit SET \"Link\" = \"Link\" + 100 WHERE \"Link\" > 2", Stop);
        await _db.Database.ExecuteSqlRawAsync("UPDATE audit SET \"Link\" = \"Link\" - 99 WHERE \"Link\" > 100", Stop);
        await _db.Database.ExecuteSqlRawAsync(
            "INSERT INTO audit (\"At\", \"Who\", \"UnitCode\", \"Role\", \"Kind\", \"Subject\", \"Reason\", \"Link\", \"Hash\") "
            + "SELECT \"At\", 'invented', \"UnitCode\", \"Role\", \"Kind\", \"Subject\", \"Reason\", 3, \"Hash\" FROM audit WHERE \"Link\" = 2",
            Stop);

        Assert.Equal(3, (await AuditChain.Verify(_db, Stop)).Broken);
    }

    [Fact]
    public async Task Entries_that_changed_places_are_found()
    {
        await _db.Database.ExecuteSqlRawAsync("UPDATE audit SET \"Link\" = 99 WHERE \"Link\" = 3", Stop);
        await _db.Database.ExecuteSqlRawAsync("UPDATE audit SET \"Link\" = 3 WHERE \"Link\" = 4", Stop);
        await _db.Database.ExecuteSqlRawAsync("UPDATE audit SET \"Link\" = 4 WHERE \"Link\" = 99", Stop);

        Assert.Equal(3, (await AuditChain.Verify(_db, Stop)).Broken);
    }

    [Fact]
    public async Task A_change_and_its_entry_are_saved_together()
    {
        var house = new Act(Actor.House, DateTimeOffset.UnixEpoch, "unit.add", "unit:1");
        _db.Units.Add(new Unit { Code = "A", Kind = UnitKind.Agency, Name = "A", PlaceCode = "1", Path = "/1/" });
        await _db.Save(house, Stop);
        _db.ChangeTracker.Clear();

        _db.Units.Add(new Unit { Code = "A", Kind = UnitKind.Agency, Name = "A", PlaceCode = "1", Path = "/1/" });
        await Assert.ThrowsAsync<DbUpdateException>(() => _db.Save(house, Stop));

        Assert.Equal(1, await _db.Audit.CountAsync(entry => entry.Kind == "unit.add", Stop));
    }

    private Task Write(int number) => _db.Save(
        new Act(new Actor("who", "unit", "role"), DateTimeOffset.UnixEpoch.AddSeconds(number), "test.write", $"test:{number}", "why"), Stop);
}
