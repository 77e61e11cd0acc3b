using System.Net;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Lists;

public sealed class LikenessTests
{
    private const string Twice = """
        Họ và tên,Giới tính,Ngày sinh,Số CCCD,Thôn,Mã xã
        Lý Văn Quân,Nam,02/09/1978,020078000011,Nà Nùng,06226
        Ly Van Quân,Nam,02/09/1978,020078000011,Nà Nùng,06226
        Nông Thị Hoa,Nữ,01/03/1950,,Nà Nùng,06226
        Nông Thị Hoà,Nữ,01/03/1950,,Nà Nùng,06226
        Vi Văn Đúng,Nam,01/02/1960,020060000001,Bản Lành,06226
        Hoàng Thị Mai,Nữ,14/07/1990,020190000005,Bản Lành,06226

        """;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Somebody_twice_on_a_list_is_shown_once_with_a_number_or_without_and_nobody_is_merged(Database database)
    {
        await using var given = await GivenSurvey.Brought(database, Twice);

        var (people, found) = (await given.People(), await given.Likenesses());

        Assert.Equal(6, people.Count(person => person.State == PersonState.AsEntered));
        Assert.Equal([(2, 1, true), (4, 3, false)], Pairs(people, found));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Somebody_on_another_list_for_the_same_dose_is_shown_and_on_one_for_another_dose_is_not(Database database)
    {
        await using var given = await GivenSurvey.Brought(database);
        await given.Open("Danh sách cơ quan", "1");
        await given.Bring("Họ và tên,Giới tính,Ngày sinh,CCCD,Mã xã\nLý Văn Quân,Nam,02/09/1978,020078000011,06226\n");
        var sameDose = await given.Likenesses();
        await given.Open("Mũi 2", "2");
        await given.Bring("Họ và tên,Giới tính,Ngày sinh,CCCD,Mã xã\nLý Văn Quân,Nam,02/09/1978,020078000011,06226\n");

        Assert.Equal([(OtherKind.OtherList, true)], sameDose.Select(alike => (alike.OtherKind, alike.HasSameNumber)).ToArray());
        Assert.Single(await given.Likenesses());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Somebody_with_a_vaccination_record_is_linked_with_it_when_a_person_says_so(Database database)
    {
        await using var given = await GivenSurvey.Start(database);
        await given.House.Import("record_id,full_name,sex,date_of_birth,id_number,commune_code\nr1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226\n");
        await given.Open();
        await given.Bring(GivenSurvey.File);
        var list = await given.List();
        var before = (await given.People())[0].RecordId;

        var page = await given.Station.GetStringAsync($"/lists/{list.Id}/alike", GivenHouse.Stop);
        using var linked = await given.Station.Submit($"/lists/{list.Id}/alike?handler=link", page);

        Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
        Assert.Null(before);
        Assert.Equal((await given.House.Records())[0].Id, (await given.People())[0].RecordId);
        Assert.Equal(AlikeState.Same, Assert.Single(await given.Likenesses()).State);
    }

    [Theory]
    [InlineData(true, PersonState.Withdrawn)]
    [InlineData(false, PersonState.AsEntered)]
    public async Task A_pair_is_settled_by_a_person_and_not_asked_again(bool isSame, PersonState becomes)
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite, Twice);
        var (list, pair) = (await given.List(), (await given.Likenesses())[0]);
        var page = await given.Station.GetStringAsync($"/lists/{list.Id}/alike", GivenHouse.Stop);

        using var settled = await given.Station.Submit($"/lists/{list.Id}/alike", page, ("pair", $"{pair.Id}"), ("same", isSame ? "true" : "false"));
        using var again = await given.Station.Submit($"/lists/{list.Id}/alike", page, ("pair", $"{pair.Id}"), ("same", "true"));
        await given.Bring(Twice + "Lương Văn Mới,Nam,1/1/1970,020070000006,,06226\n");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (settled.StatusCode, again.StatusCode));
        Assert.Equal(becomes, (await given.People()).Single(person => person.Id == pair.PersonId).State);
        Assert.Equal(1, (await given.Likenesses()).Count(alike => alike.State == AlikeState.Open));
    }

    private static (int Row, int Other, bool SameNumber)[] Pairs(List<ListedPerson> people, List<Alike> found)
    {
        var numbers = people.ToDictionary(person => person.Id, person => person.Number);
        return [.. found.Select(alike => (numbers[alike.PersonId], numbers[alike.OtherId], alike.HasSameNumber)).Order()];
    }
}
