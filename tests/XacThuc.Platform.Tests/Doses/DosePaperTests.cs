using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses.Evidence;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Doses;

public sealed class DosePaperTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_paper_of_a_dose_is_kept_once_and_seen_by_who_sees_the_record(Database database)
    {
        await using var given = await GivenDoses.Start(database);
        await given.Bring("1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A1,01/09/2021,Trạm\n");
        var dose = Assert.Single(await given.Doses());
        var page = await given.Station.GetStringAsync($"/doses/{dose.Id}", GivenHouse.Stop);

        using var added = await given.Station.Upload($"/doses/{dose.Id}", page, "giay.png", Png, "paper");
        using var again = await given.Station.Upload($"/doses/{dose.Id}", page, "giay.png", Png, "paper");
        using var text = await given.Station.Upload($"/doses/{dose.Id}", page, "giay.png", "<script>"u8.ToArray(), "paper");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (added.StatusCode, again.StatusCode, text.StatusCode));
        var paper = Assert.Single(await given.House.InDb(db => db.Set<DosePaper>().AsNoTracking().ToListAsync()));
        Assert.Equal(Png, await given.District.GetByteArrayAsync($"/doses/{dose.Id}/papers/{paper.Id}", GivenHouse.Stop));
        using var other = given.House.Caller(GivenHouse.OtherStation);
        using var refused = await other.GetAsync($"/doses/{dose.Id}/papers/{paper.Id}", GivenHouse.Stop);
        using var refusedPage = await other.GetAsync($"/doses/{dose.Id}", GivenHouse.Stop);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, refusedPage.StatusCode));
        Assert.True(await given.House.InDb(db => db.Audit.AnyAsync(entry => entry.Kind == "dose.paper_view")));
    }

    [Fact]
    public async Task The_story_shows_where_a_dose_comes_from_what_the_rules_find_and_what_is_due()
    {
        await using var given = await GivenDoses.Start(Database.Sqlite);
        await given.Bring("""
            1,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,1,AZ,A1,01/09/2021,Bệnh viện Đa khoa
            2,Lý Văn Quân,Nam,02/09/1978,020078000011,06226,2,AZ,A2,10/09/2021,Bệnh viện Đa khoa

            """);
        var record = Assert.Single(await given.House.Records());

        var story = WebUtility.HtmlDecode(await given.Station.GetStringAsync($"/records/{record.Ref}", GivenHouse.Stop));

        Assert.Contains("brought in a file: Bệnh viện Đa khoa", story, StringComparison.Ordinal);
        Assert.Contains("Next: dose", story, StringComparison.Ordinal);
        Assert.Contains("Made with the first dose", story, StringComparison.Ordinal);
        Assert.Contains("<span>", story[story.IndexOf("A2", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
