using System.Diagnostics;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Clients;

/// <summary>What a program may be allowed to do; also the names of the policies that ask for it.</summary>
public static class ApiScopes
{
    /// <summary>Register: bring the population.</summary>
    public const string PopulationWrite = "population.write";

    /// <summary>Register: authenticate one record.</summary>
    public const string Authentication = "authentication";

    /// <summary>Platform: bring records.</summary>
    public const string RecordsWrite = "records.write";

    /// <summary>Platform: run authentications and read their results.</summary>
    public const string Runs = "runs";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [PopulationWrite, Authentication, RecordsWrite, Runs];

    /// <summary>Those of one house.</summary>
    public static IReadOnlyList<string> Of(HouseKind house) => house switch
    {
        HouseKind.Platform => [RecordsWrite, Runs],
        HouseKind.Register => [PopulationWrite, Authentication],
    };

    /// <summary>What a scope is for, in both languages.</summary>
    public static string Explain(string scope) => scope switch
    {
        PopulationWrite => "Nhập dữ liệu dân cư · import the population",
        Authentication => "Xác thực từng hồ sơ · authenticate single records",
        RecordsWrite => "Nhập hồ sơ tiêm chủng · import records",
        Runs => "Chạy xác thực hàng loạt, tải kết quả · run authentications, get results",
        _ => throw new UnreachableException(),
    };
}
