using System.Net;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Lists;

public sealed class BringPeopleTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_file_as_it_is_becomes_people_with_all_that_it_says_of_them(Database database)
    {
        await using var given = await GivenSurvey.Brought(database);

        var people = await given.People();

        Assert.Equal([1, 2, 3, 4, 5], people.Select(person => person.Number).ToArray());
        Assert.Equal(("Lý Văn Quân", "Nà Nùng", "0912000001", "N09", "dị ứng hải sản", Consent.Given), (
            people[0].FullName, people[0].Hamlet, people[0].Phone, people[0].TargetGroup, people[0].Note, people[0].Consent));
        Assert.Equal(Consent.Refused, people[1].Consent);
        Assert.Equal((PersonState.Foreigner, "E12345678", "Trung Quốc"), (people[3].State, people[3].Passport, people[3].Nationality));
        Assert.Equal([false, true, false, true, true], people.Select(person => person.IsDoubtful).ToArray());
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_file_brought_again_adds_nobody_twice_and_says_so(Database database)
    {
        await using var given = await GivenSurvey.Brought(database);

        var (_, page) = await given.Bring(GivenSurvey.File + "6,Lương Văn Mới,Nam,1/1/1970,020070000006,06226,,,,,,,\n");

        Assert.Equal(6, (await given.People()).Count);
        Assert.Contains("5 rows stood there already", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_a_person_offers_the_communes_of_the_district_though_their_time_is_over()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);

        var form = System.Net.WebUtility.HtmlDecode(await given.Station.GetStringAsync($"/lists/{(await given.List()).Id}/add", GivenHouse.Stop));

        Assert.Contains("Xã Hợp Thành", form, StringComparison.Ordinal);
        Assert.Contains("Xã Gia Cát", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_an_organisation_handed_in_says_whose_it_is()
    {
        await using var given = await GivenSurvey.Start(Database.Sqlite);
        var address = await given.Open();
        var page = await given.Station.GetStringAsync(address, GivenHouse.Stop);

        using var brought = await given.Station.Upload(
            address + "?handler=bring", page, "giao vien.csv", System.Text.Encoding.UTF8.GetBytes(GivenSurvey.File), organisation: " Trường Tiểu học Hợp Thành ");
        var list = WebUtility.HtmlDecode(await brought.Content.ReadAsStringAsync(GivenHouse.Stop));

        Assert.Contains("giao vien.csv, from Trường Tiểu học Hợp Thành:", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_cannot_be_split_is_kept_as_it_stands_and_typed_by_hand()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite, "Họ và tên,Giới tính,Ngày sinh,CCCD\nLý Văn Quân,Nam,1978,020078000011\nNông Thị Hoa,Nữ\n");

        var broken = (await given.People()).Single(person => person.Raw.Length > 0);
        var saved = await given.Save(broken.Number, ("name", "Nông Thị Hoa"), ("sex", "Nữ"), ("date", "1950"), ("idNumber", "020150000012"));

        Assert.Equal("Nông Thị Hoa,Nữ", broken.Raw);
        Assert.Equal(HttpStatusCode.OK, saved);
        var fixedRow = (await given.People()).Single(person => person.Number == broken.Number);
        Assert.Equal(("", false), (fixedRow.Raw, fixedRow.IsDoubtful));
    }

    [Fact]
    public async Task Columns_that_are_not_recognised_are_pointed_at_once_and_remembered()
    {
        await using var given = await GivenSurvey.Start(Database.Sqlite);
        const string strange = "Người,Giới tính,Ngày sinh,CCCD\nLý Văn Quân,Nam,1978,020078000011\n";
        await given.Open();

        var (address, page) = await given.Bring(strange);
        using var pointed = await given.Station.Submit(
            address, page, new[] { -1, 0, 1, 2, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1 }.Select(column => ("column", $"{column}")));
        await given.Open("Danh sách khác");
        await given.Bring(strange.Replace("Lý Văn Quân", "Lý Văn Quang", StringComparison.Ordinal));

        Assert.Contains("/files/", address, StringComparison.Ordinal);
        Assert.Equal("Lý Văn Quang", Assert.Single(await given.People()).FullName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("không phải bảng")]
    public async Task A_file_that_is_no_table_is_refused_in_a_sentence_and_the_list_stays_empty(string file)
    {
        await using var given = await GivenSurvey.Start(Database.Sqlite);
        await given.Open();

        var (_, page) = await given.Bring(file);

        Assert.Contains("class=\"notice is-wrong\"", page, StringComparison.Ordinal);
        Assert.Empty(await given.People());
    }

    [Fact]
    public async Task A_list_for_the_next_dose_takes_over_who_was_verified()
    {
        await using var given = await GivenSurvey.Brought(Database.Sqlite);
        await given.Send();
        foreach (var part in await given.Parts())
            await given.Answer(part.Code, line => GivenSurvey.Said(line, line.Number == 2 ? Exchange.Messages.LineVerdict.NotFound : Exchange.Messages.LineVerdict.Confirmed));

        await given.Open("Mũi 2", "2", $"{(await given.List()).Id}");

        var people = await given.People();
        Assert.Equal(["Lý Văn Quân", "Vi Văn Đúng", "LI WEI", "Hoàng Thị Mai"], people.Select(person => person.FullName).ToArray());
        Assert.All(people, person => Assert.True(person.IsVerified));
        Assert.Equal((ListState.Verified, 2), ((await given.List()).State, (await given.List()).Dose));
    }
}
