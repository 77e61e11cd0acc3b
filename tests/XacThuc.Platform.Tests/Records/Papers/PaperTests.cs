using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Papers;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Accounts;
using Xunit;

namespace XacThuc.Platform.Tests.Records.Papers;

public sealed class PaperTests
{
    private const string File = """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Lý Văn X,Nam,02/09/1978,020078763797,06226

        """;

    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_photo_is_kept_under_no_name_of_the_sender_and_shown_where_it_can_run_nothing(Database database)
    {
        await using var house = await GivenHouse.Start(database);
        await house.Import(File);
        var record = (await house.Records())[0];
        using var caller = house.Caller();

        await Add(caller, record, "../../evil<script>.html", Picture);
        await Add(caller, record, "again.jpg", Picture);
        var paper = Assert.Single(await house.InDb(db => db.Set<RecordPaper>().AsNoTracking().ToListAsync()));
        var page = await caller.GetStringAsync($"/records/{record.Ref}/correct", GivenHouse.Stop);
        var shown = await caller.GetAsync($"/records/{record.Ref}/papers/{paper.Id}", GivenHouse.Stop);

        Assert.Contains($"<img src=\"/records/{record.Ref}/papers/{paper.Id}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page, StringComparison.Ordinal);
        Assert.Equal(Picture, await shown.Content.ReadAsByteArrayAsync(GivenHouse.Stop));
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", Assert.Single(shown.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
        Assert.Empty(Directory.EnumerateFiles(house.Folder, "*evil*", SearchOption.AllDirectories));
        Assert.True(await house.InDb(db => db.Audit.AnyAsync(entry => entry.Kind == "record.paper_view" && entry.Subject == $"record:{record.Ref}")));
    }

    [Fact]
    public async Task Another_unit_sees_no_paper()
    {
        await using var house = await GivenHouse.Start(Database.Sqlite);
        await house.Import(File);
        var record = (await house.Records())[0];
        using var caller = house.Caller();
        await Add(caller, record, "a.png", Picture);
        using var other = house.Caller(GivenHouse.OtherStation);
        using var committee = house.Caller("UBND-06226", AccountRole.CommuneCommittee);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/records/{record.Ref}/papers/1", GivenHouse.Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await committee.GetAsync($"/records/{record.Ref}/papers/1", GivenHouse.Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/records/{record.Ref}/papers/2", GivenHouse.Stop)).StatusCode);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>", 0, HttpStatusCode.UnprocessableEntity, "Only JPG and PNG")]
    [InlineData("", 0, HttpStatusCode.UnprocessableEntity, "No photo was chosen")]
    [InlineData("%PDF-1.7", 5 << 20, HttpStatusCode.RequestEntityTooLarge, "larger than 5 MB")]
    public async Task What_is_no_paper_is_refused_in_a_sentence_whatever_its_name_says(string begins, int more, HttpStatusCode status, string sentence)
    {
        await using var house = await GivenHouse.Start(Database.Sqlite);
        await house.Import(File);
        var record = (await house.Records())[0];
        using var caller = house.Caller();

        var answer = await Add(caller, record, "photo.png", [.. System.Text.Encoding.ASCII.GetBytes(begins), .. new byte[more]]);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(GivenHouse.Stop), StringComparison.Ordinal);
        Assert.False(await house.InDb(db => db.Set<PaperFile>().AnyAsync()));
    }

    private static async Task<HttpResponseMessage> Add(HttpClient caller, VaccinationRecord record, string name, byte[] content)
    {
        var page = await caller.GetStringAsync($"/records/{record.Ref}/correct", GivenHouse.Stop);
        return await caller.Upload($"/records/{record.Ref}/correct?handler=paper", page, name, content, "paper");
    }
}
