using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Phones;
using XacThuc.Platform.Tests.Doses;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Platform.Tests.Lists;
using Xunit;

namespace XacThuc.Platform.Tests.Records.Phones;

/// <summary>Phones that lists and files of doses bring to records that are there already: only where there is none.</summary>
public sealed class FillPhonesTests
{
    private const string Records = """
        Mã hồ sơ,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Số điện thoại
        r1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,
        r2,Nông Thị Hoa,Nữ,01/03/2012,020312000002,06226,
        r3,Vi Văn Đúng,Nam,01/02/1960,020060000001,06226,0912000003
        r4,Hoàng Thị Mai,Nữ,14/07/1990,020190000005,06226,

        """;

    private const string People = """
        Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Điện thoại,Người giám hộ,Điện thoại người giám hộ
        Lý Văn Quân,Nam,02/09/1978,020078000011,06226,0988 000 001,,
        Nông Thị Hoa,Nữ,01/03/2012,020312000002,06226,,Nông Văn Bảo,0988 000 002
        Vi Văn Đúng,Nam,01/02/1960,020060000001,06226,0988 000 003,,
        Hoàng Thị Mai,Nữ,14/07/1990,020190000005,06226,0988 000 004,,

        """;

    private const string Doses = """
        STT,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Mã xã,Mũi,Tên vắc xin,Số lô,Ngày tiêm,Số điện thoại
        1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A1,01/09/2021,không có
        2,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,2,AZ,A2,01/12/2021,+84 988 000 001
        3,Vi Văn Đúng,Nam,01/02/1960,020060000001,06226,1,AZ,A1,01/09/2021,0988000003
        4,Hoàng Thị Mai,Nữ,14/07/1990,020190000005,06226,1,AZ,A1,01/09/2021,0988000004
        5,Lương Văn Mới,Nam,01/01/1970,020070000006,06226,1,AZ,A1,01/09/2021,0988000005

        """;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Whoever_of_a_list_is_linked_with_a_record_gives_it_a_phone_where_it_has_none(Database database)
    {
        await using var given = await GivenSurvey.Start(database);
        await Keep(given.House);
        await given.Open();
        await given.Bring(People);
        var list = await given.List();

        var page = await given.Station.GetStringAsync($"/lists/{list.Id}/alike", GivenHouse.Stop);
        using var linked = await given.Station.Submit($"/lists/{list.Id}/alike?handler=link", page);

        Assert.All(await given.Likenesses(), alike => Assert.Equal(AlikeState.Same, alike.State));
        Assert.Equal(
            [("0988000001", PhoneOrigin.List), ("0988000002", PhoneOrigin.List), ("0912000003", PhoneOrigin.File), ("", PhoneOrigin.Person)], await Phones(given.House));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_row_linked_by_hand_gives_its_phone_at_once_or_when_it_is_written_into_the_row(Database database)
    {
        await using var given = await GivenSurvey.Start(database);
        await Keep(given.House);
        await given.Open();
        await given.Bring(People.Replace("0988 000 002", "", StringComparison.Ordinal));
        var (list, people, found) = (await given.List(), await given.People(), await given.Likenesses());
        foreach (var person in people.Take(2))
        {
            var page = await given.Station.GetStringAsync($"/lists/{list.Id}/alike", GivenHouse.Stop);
            using var settled = await given.Station.Submit($"/lists/{list.Id}/alike", page, ("pair", $"{found.Single(alike => alike.PersonId == person.Id).Id}"), ("same", "true"));
        }

        var before = await Phones(given.House);
        await given.Save(2, ("name", "Nông Thị Hoa"), ("sex", "Nữ"), ("date", "01/03/2012"), ("idNumber", "020312000002"), ("commune", "06226"), ("guardianPhone", "0988000002"));
        await given.Save(1, ("name", "Lý Văn Quân"), ("sex", "Nam"), ("date", "02/09/1978"), ("idNumber", "020078000011"), ("commune", "06226"), ("phone", "0988000009"));

        Assert.Equal(["0988000001", "", "0912000003", ""], before.Select(one => one.Phone), StringComparer.Ordinal);
        Assert.Equal(["0988000001", "0988000002", "0912000003", ""], (await Phones(given.House)).Select(one => one.Phone), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_file_of_doses_brings_phones_to_records_that_have_none_and_to_new_ones(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await Keep(given.House);

        var brought = await given.BringFile(Doses);
        await given.BringFile(Doses.Replace("0988000005", "0988000006", StringComparison.Ordinal).Replace(",A1,", ",A3,", StringComparison.Ordinal));

        Assert.Equal(8 + 1, (await given.Doses()).Count);
        Assert.DoesNotContain("0988000005", brought.Page, StringComparison.Ordinal);
        Assert.Equal(
            [("0988000001", PhoneOrigin.File), ("", PhoneOrigin.None), ("0912000003", PhoneOrigin.File), ("", PhoneOrigin.Person), ("0988000005", PhoneOrigin.File)],
            await Phones(given.House));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_row_of_doses_that_waited_brings_its_phone_when_somebody_says_whose_it_is(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await Keep(given.House);
        await given.BringFile(Doses.Replace("Lý Văn Quân,Nam,02/09/1978", "Lý Văn Quan,Nam,02/09/1979", StringComparison.Ordinal));
        var (record, waiting, before) = ((await given.House.Records())[0], (await given.Rows())[0], await Phones(given.House));

        await given.Press("settle", ("row", $"{waiting.Id}"), ("record", $"{record.Id}"));

        Assert.Equal(("", PhoneOrigin.None), before[0]);
        Assert.Equal(("0988000001", PhoneOrigin.File), (await Phones(given.House))[0]);
    }

    // The fourth had theirs taken off.
    private static async Task Keep(GivenHouse house)
    {
        await house.Import(Records);
        await house.InDb(db => db.Set<VaccinationRecord>().Where(record => record.ExternalId == "r4")
            .ExecuteUpdateAsync(row => row.SetProperty(record => record.PhoneFrom, PhoneOrigin.Person)));
    }

    private static async Task<List<(string Phone, PhoneOrigin From)>> Phones(GivenHouse house) =>
        (await house.Records()).ConvertAll(record => (record.Phone, record.PhoneFrom));
}
