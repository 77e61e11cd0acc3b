using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Api;

/// <summary>The whole loop by the API: population in at one house, records in at the other, run, results.</summary>
public sealed class BulkLoopTests
{
    private const string Population =
        """
        personal_id,old_id,full_name,sex,date_of_birth,commune_code
        020078000011,080123456,Lý Văn Quân,Nam,1978-09-02,06226
        020150000012,,Nông Thị Hoà,Nữ,1950,06226
        020199000013,,Vi Thị Hoa,Nữ,1999-07-01,06184

        """;

    private const string Records =
        """
        record_id,full_name,sex,date_of_birth,id_number,commune_code
        r1,LÝ VĂN QUÂN,nam,2/9/1978,020078000011,06226
        r2,Nông Thị Hòa,F,01/01/1950,020150000012,06226
        r3,Vi Thi Hoa,Nữ,01/07/1999,020199000013,06184
        r4,Không Ai Cả,Nam,1970,,06226
        r5,Lý Văn Quân,Nam,31/02/1978,020078000011,06226
        r6,Lý Văn Quân,Nam,02/09/1978,080123456,06226
        r7,"Lộc, Thị Mới",Nữ,1990,020190999999,06226

        """;

    // What the health side may know: right or wrong by field, and reasons that speak of the record alone.
    private const string Results =
        """
        record_id,status,name,sex,date_of_birth,id_number,reasons
        r1,matched,right,right,right,right,
        r2,mismatched,right,right,wrong,right,
        r3,mismatched,wrong,right,right,right,
        r4,unauthenticated,not_compared,not_compared,not_compared,missing,id.missing
        r5,invalid,right,right,unreadable,right,dob.unreadable
        r6,matched,right,right,right,right,id.old_number
        r7,mismatched,not_compared,not_compared,not_compared,wrong,

        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<TestDatabase> Databases => [.. TestDatabases.Here];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Records_are_authenticated_in_bulk_over_the_border(TestDatabase database)
    {
        await using var houses = await TestHouses.WithAccounts(database);
        using var register = await houses.Client("register");
        using var platform = await houses.Client("platform");

        await register.Finish(await register.PostCsv("api/v1/population/import", Population));
        await platform.Finish(await platform.PostCsv("api/v1/records/import", Records));
        var run = await platform.Finish(await platform.StartRun());

        var results = await platform.Http.GetStringAsync(run.GetProperty("result").GetString(), Stop);
        Assert.Equal(Results.ReplaceLineEndings("\n"), results.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_client_of_the_police_house_asks_for_one_record_and_hears_why(TestDatabase database)
    {
        await using var houses = await TestHouses.WithAccounts(database);
        using var register = await houses.Client("register");
        await register.Finish(await register.PostCsv("api/v1/population/import", Population));

        var answer = await register.Http.PostAsJsonAsync("api/v1/authentications", new
        {
            record_id = "x",
            full_name = "Nông Thị Hòa",
            sex = "F",
            date_of_birth = "01/01/1950",
            id_number = "020150000012",
            commune_code = "06226",
        }, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var verdict = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("mismatched", verdict.GetProperty("status").GetString());
        Assert.Equal("wrong", verdict.GetProperty("date_of_birth").GetString());
        Assert.Equal((string[])["dob.more_precise"], verdict.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()!), StringComparer.Ordinal);
    }
}
