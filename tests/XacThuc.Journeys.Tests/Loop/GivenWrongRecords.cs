using XacThuc.Testing.Houses;

namespace XacThuc.Journeys.Tests.Loop;

/// <summary>Both houses with some people of one commune, whose records a run has found wrong or not comparable.</summary>
internal static class GivenWrongRecords
{
    private const string Population =
        """
        personal_id,old_id,full_name,sex,date_of_birth,commune_code
        020078000011,080123456,Lý Văn Quân,Nam,1978-09-02,06226
        020150000012,,Nông Thị Hoà,Nữ,1950,06226
        020199000013,,Vi Thị Hoa,Nữ,1999-07-01,06226
        020087000014,,Lý Văn Quang,Nam,1987-06-05,06226

        """;

    /// <summary>Opens the houses, brings people and records, and authenticates them.</summary>
    public static async Task<TestHouses> Open(string records, TestDatabase database = TestDatabase.Sqlite)
    {
        var houses = await Open(database, Population);
        using var health = await houses.Client("platform");
        await health.Finish(await health.PostCsv("api/v1/records/import", records));
        await health.Finish(await health.StartRun());
        return houses;
    }

    /// <summary>Opens the houses with other people in the register, and no records.</summary>
    public static async Task<TestHouses> Open(TestDatabase database, string population, string? remote = null)
    {
        var houses = await TestHouses.WithAccounts(database, remote);
        using var police = await houses.Client("register");
        await police.Finish(await police.PostCsv("api/v1/population/import", population));
        return houses;
    }
}
