using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Records;

public sealed class WrongListTests
{
    private const string File = """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,Lý Văn X,Nam,02/09/1978,020078763797,06226
        r2,Nông Thị W,Nữ,1950,020150000012,06226

        """;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_list_masks_numbers_on_the_page_and_in_the_workbook_and_says_why_a_record_is_stopped(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        var run = await house.Authenticate();
        using var caller = house.Caller();

        var page = System.Net.WebUtility.HtmlDecode(await caller.GetStringAsync("/records/wrong?sort=-name", GivenHouse.Stop));
        var workbook = await caller.GetAsync("/records/wrong?export=xlsx", GivenHouse.Stop);
        var record = (await house.Records())[1];
        var correct = await caller.GetStringAsync($"/records/{record.Ref}/correct", GivenHouse.Stop);
        var results = await caller.GetStringAsync($"/api/v1/authentication-runs/{run.Id}/results.csv", GivenHouse.Stop);

        Assert.DoesNotContain("020078763797", page, StringComparison.Ordinal);
        Assert.Contains("020••••••797", page, StringComparison.Ordinal);
        Assert.Contains("answers no more for now", page, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType!.MediaType);
        Assert.Contains("020150000012", correct, StringComparison.Ordinal);
        Assert.Contains("answers no more for now", correct, StringComparison.Ordinal);
        Assert.Contains("r2,unauthenticated,not_compared,not_compared,not_compared,not_compared,guessing.record", results, StringComparison.Ordinal);
        Assert.True(await house.InDb(db => db.Audit.AnyAsync(entry => entry.Kind == "records.export")));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Whom_the_police_ask_for_papers_stands_on_the_first_page_and_on_a_slip(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        await house.Import(File);
        await house.Authenticate();
        var record = (await house.Records())[0];
        await partner.Tell<DecisionMade, Receipt>(new(
            7, record.Ref, 1, DecisionKind.AskPerson, null, null, null, null, "mang giấy khai sinh", "CAX-06226", DateTimeOffset.UnixEpoch));
        using var caller = house.Caller();

        var today = await caller.GetStringAsync("/", GivenHouse.Stop);
        var slips = await caller.GetStringAsync("/records/slips", GivenHouse.Stop);

        Assert.Contains("href=\"/records/slips\"", today, StringComparison.Ordinal);
        foreach (var told in (string[])["Lý Văn X", "mang giấy khai sinh", "020••••••797", "CAX-06226", "data-print"])
            Assert.Contains(told, System.Net.WebUtility.HtmlDecode(slips), StringComparison.Ordinal);
    }
}
