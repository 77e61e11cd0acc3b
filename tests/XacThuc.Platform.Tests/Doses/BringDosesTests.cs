using System.Net;
using System.Text;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Doses;

public sealed class BringDosesTests
{
    private const string People = """
        1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,ABX1234,01/09/2021,TTYT huyện Lộc Bình
        2,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,Mũi 2,Vắc xin AstraZeneca,PV46701,1/12/21,TTYT huyện Lộc Bình
        3,Nông Thị Hoa,Nữ,1950,,06226,mũi thứ nhất,Vero Cell (Sinopharm),202108B1715,15-09-2021,BV Đa khoa tỉnh
        4,Vi Văn Đúng,Nam,01/02/1960,020060000001,06226,1,Pfizer,FH8020,2021-10-20 08:30,

        """;

    private const string QuanRecord = "record_id,full_name,sex,date_of_birth,id_number,commune_code\nr1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226\n";

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Doses_go_on_the_record_that_is_surely_the_persons_and_on_new_ones(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await given.House.Import(QuanRecord);

        var brought = await given.Bring(People);

        Assert.Equal(HttpStatusCode.OK, brought.Status);
        var (records, doses, file) = (await given.House.Records(), await given.Doses(), await given.File());
        Assert.Equal((4, 4, 0, 2), (file.Rows, file.Added, file.Known, file.NewRecords));
        Assert.Equal(3, records.Count);
        Assert.Equal(
            [
                (records[0].Id, 1, "astrazeneca", "ABX1234", new DateOnly(2021, 9, 1)), (records[0].Id, 2, "astrazeneca", "PV46701", new DateOnly(2021, 12, 1)),
                (records[1].Id, 1, "vero-cell", "202108B1715", new DateOnly(2021, 9, 15)), (records[2].Id, 1, "comirnaty", "FH8020", new DateOnly(2021, 10, 20)),
            ],
            doses.Select(dose => (dose.RecordId, dose.Number, dose.Product, dose.Lot, dose.GivenOn)));
        Assert.All(doses, dose => Assert.Equal((DoseOrigin.Import, DoseState.Valid, (long?)file.Id), (dose.Origin, dose.State, dose.FileId)));
        Assert.Equal("TTYT huyện Lộc Bình", doses[0].Facility);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Brought_again_in_whatever_form_no_dose_is_there_twice(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await given.Bring(People);

        await given.Bring(People);
        var same = await given.File();
        await given.BringFile("""
            Họ tên;Số CCCD;Ngày sinh;Giới tính;Ngày tiêm;Vắc xin;Mũi số;Lô;Cơ sở tiêm;Mã xã
            LÝ VĂN QUÂN;020078000011;2/9/1978;nam;1/9/2021;astrazeneca;1;ABX-1234;TTYT huyện Lộc Bình;6226

            """);

        Assert.Equal((0, 4), (same.Added, same.Known));
        Assert.Equal(4, (await given.Doses()).Count);
        Assert.Equal(3, (await given.House.Records()).Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_row_that_cannot_be_is_kept_with_a_sentence_until_somebody_puts_it_right(Database database)
    {
        await using var given = await GivenDoses.Start(database);

        var brought = await given.Bring("""
            1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,ABX1234,31/02/2021,
            2,Nông Thị Hoa,Nữ,1950,,06226,1,Vắc xin lạ,,15/09/2021,
            3,Vi Văn Đúng,Nam,01/02/1960,020060000001,06226,nhắc lại 1,Pfizer,,20/10/2099,
            4,Vi Văn Trẻ,Nam,01/02/2022,020222000001,06226,1,Pfizer,,20/10/2021,
            5,Vi Văn Thừa,Nam,01/02/1960,020060000002,06226,1,Pfizer,,20/10/2021,,x,y

            """);
        var waiting = await given.Rows();
        var refused = await given.Press("fix", Fields(waiting[0], day: "30/02/2021"));
        var put = await given.Press("fix", Fields(waiting[0], day: "28/02/2021"));
        var dismissed = await given.Press("dismiss", ("row", $"{waiting[4].Id}"));

        Assert.All(
            (string[])["The day cannot be read", "not known by this name", "which dose", "before the date of birth", "could not be split"],
            sentence => Assert.Contains(sentence, brought.Page, StringComparison.OrdinalIgnoreCase));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.OK), (refused.Status, put.Status, dismissed.Status));
        Assert.Contains("value=\"30/02/2021\"", refused.Page, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2021, 2, 28), Assert.Single(await given.Doses()).GivenOn);
        Assert.Equal(
            [DoseRowState.Added, DoseRowState.Unclear, DoseRowState.Unclear, DoseRowState.Unclear, DoseRowState.Dismissed],
            (await given.Rows()).Select(row => row.State));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Somebody_who_may_have_a_record_waits_and_a_person_says_whose_the_doses_are(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await given.House.Import(QuanRecord);
        const string rows = """
            1,Lý Văn Quan,Nam,02/09/1979,020078000011,06226,1,AZ,A1,01/09/2021,
            2,Lý Văn Quan,Nam,02/09/1979,020078000011,06226,2,AZ,A2,01/12/2021,

            """;
        await given.Bring(rows);
        var (before, waiting) = (await given.Doses(), await given.Rows());
        var record = Assert.Single(await given.House.Records());

        var stranger = await given.Press("settle", ("row", $"{waiting[0].Id}"), ("record", "999999"));
        var settled = await given.Press("settle", ("row", $"{waiting[0].Id}"), ("record", $"{record.Id}"));
        await given.Bring("1,Lý Văn Quan,Nam,02/09/1979,020078000011,06226,3,Moderna,M3,01/06/2022,\n");

        Assert.Empty(before);
        Assert.All(waiting, row => Assert.Equal(DoseRowState.Unsure, row.State));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (stranger.Status, settled.Status));
        Assert.Equal([1, 2, 3], (await given.Doses()).Select(dose => dose.Number));
        Assert.All(await given.Doses(), dose => Assert.Equal(record.Id, dose.RecordId));
    }

    [Fact]
    public async Task Whoever_is_like_a_record_may_be_somebody_else_and_gets_a_record()
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);
        await given.Bring("1,Nông Thị Hoa,Nữ,01/03/1950,,06226,1,AZ,A1,01/09/2021,\n");
        await given.Bring("1,Nông Thị Hoà,Nữ,01/03/1950,,06226,1,AZ,A1,01/09/2021,\n");
        var waiting = Assert.Single(await given.Rows());

        await given.Press("settle", ("row", $"{waiting.Id}"), ("record", ""));

        Assert.Equal(DoseRowState.Unsure, waiting.State);
        Assert.Equal(2, (await given.Doses()).Select(dose => dose.RecordId).Distinct().Count());
    }

    [Fact]
    public async Task Two_spellings_of_one_number_in_a_file_are_never_merged_by_themselves()
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);

        await given.Bring("""
            1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A1,01/09/2021,
            2,LY VAN QUAN,Nam,1978,020078000011,06226,2,AZ,A2,01/12/2021,
            3,Lý Văn Quang,Nam,02/09/1978,020078000011,06226,3,Moderna,M3,01/06/2022,

            """);

        Assert.Equal([DoseRowState.Added, DoseRowState.Added, DoseRowState.Unsure], (await given.Rows()).Select(row => row.State));
        Assert.Single(await given.House.Records());
    }

    [Fact]
    public async Task Columns_that_are_not_recognised_are_pointed_at_once()
    {
        const string file = "Họ và tên,Giới tính,Ngày sinh,CCCD,Cột a,Cột b,Cột c\nLý Văn Quân,Nam,02/09/1978,020078000011,1,AZ,01/09/2021\n";
        await using var given = await GivenDoses.Start(Database.Sqlite);

        var asked = await given.BringFile(file);
        var before = await given.File();
        string[] headings = ["Họ và tên", "Giới tính", "Ngày sinh", "CCCD", "Cột a", "Cột b", "Cột c"];
        int[] columns = [-1, 0, 1, 2, 3, -1, -1, 4, 5, -1, 6, -1];
        await given.Press("columns", [("headings", System.Text.Json.JsonSerializer.Serialize(headings)), .. columns.Select(column => ("column", $"{column}"))]);
        await given.BringFile(file.Replace("01/09/2021", "01/12/2021", StringComparison.Ordinal).Replace(",1,AZ", ",2,AZ", StringComparison.Ordinal));

        Assert.Contains("Which column is what", asked.Page, StringComparison.Ordinal);
        Assert.Null(before.ReadAt);
        Assert.Equal(2, (await given.Doses()).Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Ten_thousand_rows_are_taken_in_within_seconds(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        string[] families = ["Lý", "Nông", "Vi", "Hoàng", "Lương", "Triệu", "Đặng", "Phùng", "Bế", "Chu"];
        string[] middles = ["Văn", "Thị", "Đức", "Minh", "Thu", "Ngọc", "Quang", "Hữu", "Thanh", "Kim"];
        string[] names = ["Quân", "Hoa", "Đúng", "Mai", "Lan", "Hùng", "Dũng", "Tuấn", "Hạnh", "Sơn", "Bình"];
        var file = new StringBuilder(GivenDoses.Headings);
        for (var i = 0; i < 5_000; i++)
        {
            var who = $"{families[i % 10]} {middles[i / 10 % 10]} {names[i * 7 % 11]},Nam,{1 + i % 28:00}/{1 + i / 28 % 12:00}/{1940 + i % 60},0200{40 + i % 60:00}{i:000000},06226";
            file.Append($"{i},{who},1,AZ,L{i % 50},01/09/2021,TYT\n{i},{who},2,AZ,L{i % 50},01/12/2021,TYT\n");
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await given.BringFile(file.ToString());
        watch.Stop();

        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: {watch.Elapsed.TotalSeconds:0.0} s, {(await given.Rows()).CountBy(row => row.State).Aggregate("", (text, one) => $"{text} {one}")}");
        Assert.Equal(10_000, (await given.File()).Rows);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    private static (string, string)[] Fields(DoseRow row, string day) =>
    [
        ("row", $"{row.Id}"), ("name", row.FullName), ("sex", row.Sex), ("birth", row.DateOfBirth), ("idNumber", row.IdNumber), ("commune", row.CommuneCode),
        ("dose", row.DoseNumber), ("vaccine", row.Vaccine), ("lot", row.Lot), ("day", day), ("facility", row.Facility),
    ];
}
