using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Platform.Tests.Records.Import;

public sealed class ImportRecordsTests
{
    private const string Heading = "record_id,full_name,sex,date_of_birth,id_number,commune_code\n";
    private const string First = "r1,Lý Văn Quân,Nam,02/09/1978,020078763797,06226\n";
    private const string Second = "r2,Nông Thị Mai,Nữ,1950,080123456,06229\n";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_file_becomes_records_in_its_order(Database database)
    {
        await using var house = await GivenHouse.Start(database);

        var job = await house.Import(Heading + First + Second);

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal("r1 r2", string.Join(' ', (await house.Records()).Select(record => record.ExternalId)));
        Assert.Equal(2, GivenHouse.CountsOf(job)["added"]);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_was_read_stands_beside_what_was_written(Database database)
    {
        await using var house = await GivenHouse.Start(database);

        await house.Import(Heading + "r1,  lý  văn QUÂN,nam,2/9/1978,020.078.763.797,6226\n");

        var record = Assert.Single(await house.Records());
        Assert.Equal("lý  văn QUÂN", record.FullName);
        Assert.Equal("ly van quan", record.NameSearch);
        Assert.Equal("020078763797", record.Digits);
        Assert.Equal("06226", record.CommuneCode);
        Assert.Null(record.Status);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_same_file_again_adds_nothing(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        await house.Import(Heading + First + Second);

        var job = await house.Import(Heading + First + Second);

        Assert.Equal(2, GivenHouse.CountsOf(job)["known"]);
        Assert.Equal(2, (await house.Records()).Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_same_file_without_ids_adds_nothing_either(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        const string file = "Họ và tên,Giới tính,Ngày sinh,Số CCCD\nLý Văn Quân,Nam,02/09/1978,020078763797\n";
        await house.Import(file);

        await house.Import("STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD\n1,LÝ VĂN QUÂN,Nam,2/9/1978,020078763797\n");

        Assert.Single(await house.Records());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Row_numbers_of_two_files_are_not_taken_for_ids(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        const string heading = "STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD\n";
        await house.Import(heading + "1,Lý Văn Quân,Nam,02/09/1978,020078763797\n");

        await house.Import(heading + "1,Nông Thị Mai,Nữ,1950,080123456\n");

        Assert.Equal(2, (await house.Records()).Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Another_value_under_a_known_id_is_a_new_version_and_the_old_one_is_kept(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        await house.Import(Heading + First + Second);

        var job = await house.Import(Heading + First + "r2,Nông Thị Mai,Nữ,12/03/1950,080123456,06229\n");

        Assert.Equal(1, GivenHouse.CountsOf(job)["changed"]);
        Assert.Equal(2, (await house.Records())[1].Version);
        var old = await house.InDb(db => db.Set<RecordVersion>().SingleAsync());
        Assert.Equal((1, "1950", ChangeKind.BroughtAgain), (old.Version, old.DateOfBirth, old.Kind));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task One_id_for_two_people_of_a_file_makes_two_records_once(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        const string file = Heading + First + "r1,Nông Thị Mai,Nữ,1950,080123456,06229\n";

        await house.Import(file);
        await house.Import(file);

        Assert.Equal("r1 r1", string.Join(' ', (await house.Records()).Select(record => record.ExternalId)));
        Assert.Equal([1, 1], (await house.Records()).Select(record => record.Version));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_row_that_cannot_be_split_is_kept_and_counted_and_the_others_go_on(Database database)
    {
        await using var house = await GivenHouse.Start(database);

        var job = await house.Import(Heading + First + "r3,only two\n" + Second);

        Assert.Equal((3, 2, 1), (GivenHouse.CountsOf(job)["rows"], GivenHouse.CountsOf(job)["added"], GivenHouse.CountsOf(job)["to_fix"]));
        var row = await house.InDb(db => db.Set<ImportRow>().SingleAsync());
        Assert.Equal((3L, "r3,only two", RowProblem.TooFewCells), (row.Line, row.Raw, row.Problem));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Names_of_an_old_font_are_decoded(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        var rows = string.Concat(Enumerable.Range(1, 40).Select(i => $"r{i},NguyÔn V¨n T©m,Nam,02/09/1978,0200787637{i:00},06226\n"));

        await house.Import(Heading + rows);

        Assert.All(await house.Records(), record => Assert.Equal("Nguyễn Văn Tâm", record.FullName));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_file_of_the_district_goes_to_the_stations_of_its_communes(Database database)
    {
        await using var house = await GivenHouse.Start(database);

        await house.Import(Heading + First + Second + "r3,Hoàng Văn Sơn,Nam,1960,020060000001,99999\n", GivenHouse.District, AccountRole.DistrictHealthCentre);

        var units = await house.InDb(db => db.Units.ToDictionaryAsync(unit => unit.Id, unit => unit.Code));
        Assert.Equal(
            $"{GivenHouse.Station} {GivenHouse.OtherStation} {GivenHouse.District}",
            string.Join(' ', (await house.Records()).Select(record => units[record.UnitId])));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_hamlet_is_kept_until_a_file_tells_another(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        var (told, others) = ("Thôn," + Heading + "Nà  Nùng," + First + "," + Second, "Thôn," + Heading + "Bản Vàng," + First + "Pò Cháu," + Second);

        await house.Import(told);
        await house.Import(Heading + First + Second);
        var silent = await house.Records();
        await house.Import(others);

        Assert.Equal(["Nà Nùng", ""], silent.Select(record => record.Hamlet).ToArray());
        var records = await house.Records();
        Assert.Equal(["Bản Vàng", "Pò Cháu"], records.Select(record => record.Hamlet).ToArray());
        Assert.All(records, record => Assert.Equal(1, record.Version));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_same_key_gives_the_same_job(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();
        caller.DefaultRequestHeaders.Add("Idempotency-Key", "k1");

        var first = await caller.PostAsync("/api/v1/records/import", GivenHouse.Csv(Heading + First), GivenHouse.Stop);
        var second = await caller.PostAsync("/api/v1/records/import", GivenHouse.Csv(Heading + First), GivenHouse.Stop);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        await house.JobOf(first);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_same_key_for_another_file_is_refused_and_nothing_of_it_stays(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        using var caller = house.Caller();
        caller.DefaultRequestHeaders.Add("Idempotency-Key", "k1");

        var first = await caller.PostAsync("/api/v1/records/import", GivenHouse.Csv(Heading + First), GivenHouse.Stop);
        var second = await caller.PostAsync("/api/v1/records/import", GivenHouse.Csv(Heading + Second), GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("idempotency_key.reused", await second.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
        await house.JobOf(first);
        Assert.Single(await house.Records());
        Assert.Single(Directory.GetFiles(Path.Combine(house.Folder, "uploads")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("\u0001\u0002\u0003")]
    public async Task A_file_that_is_no_table_is_refused_in_one_sentence_without_a_path(string content)
    {
        await using var house = await GivenHouse.Start(Database.Sqlite);
        using var caller = house.Caller();

        var response = await caller.PostAsync("/api/v1/records/import", GivenHouse.Csv(content), GivenHouse.Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.DoesNotContain("uploads", await response.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
        var uploads = Path.Combine(house.Folder, "uploads");
        Assert.Empty(Directory.Exists(uploads) ? Directory.GetFiles(uploads) : []);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\danh sach\\mui 2.xlsx", "mui 2.xlsx")]
    [InlineData("a\u202Etxt.csv\0", "atxt.csv")]
    public void A_hostile_file_name_becomes_harmless(string given, string shown)
    {
        Assert.Equal(shown, BroughtTable.NameOf(given));
    }
}
