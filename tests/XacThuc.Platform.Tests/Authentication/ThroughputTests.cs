using System.Diagnostics;
using System.Globalization;
using System.Text;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Platform.Tests.Authentication;

/// <summary>Measures; run when asked for by name (<c>-explicit only</c>).</summary>
public sealed class ThroughputTests(ITestOutputHelper output)
{
    private static readonly int Rows = int.Parse(
        Environment.GetEnvironmentVariable("XACTHUC_MEASURE_ROWS") ?? "200000", CultureInfo.InvariantCulture);

    [Theory(Explicit = true)]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Records_are_brought_and_authenticated(Database database)
    {
        await using var partner = await GivenPartner.Open();
        await using var house = await GivenHouse.Start(database, partner);
        var file = new StringBuilder("record_id,full_name,sex,date_of_birth,id_number,commune_code\n");
        for (var i = 0; i < Rows; i++)
        {
            file.Append(CultureInfo.InvariantCulture,
                $"HS{i:0000000},{(i % 7 == 0 ? "Nguyễn Thị X" : "Lý Văn Quân")},{(i % 2 == 0 ? "Nam" : "Nữ")},{i % 28 + 1:00}/{i % 12 + 1:00}/{1940 + i % 60},0200{i:00000000},06226\n");
        }

        await Measure("import", () => house.Import(file.ToString()));
        await Measure("the same again", () => house.Import(file.ToString()));
        var job = await Measure("run", () => house.Authenticate());
        using var caller = house.Caller();
        var started = Stopwatch.GetTimestamp();
        var results = await caller.GetByteArrayAsync(job.ResultPath, GivenHouse.Stop);
        output.WriteLine($"results.csv: {Rows / Stopwatch.GetElapsedTime(started).TotalSeconds:N0} rows/s, {results.Length:N0} bytes");
    }

    private async Task<Job> Measure(string what, Func<Task<Job>> work)
    {
        var job = await work();
        var seconds = (job.EndedAt!.Value - job.StartedAt!.Value).TotalSeconds;
        output.WriteLine($"{what}: {Rows:N0} rows in {seconds:0.00} s, {Rows / seconds:N0} rows/s; {job.Counts}");
        return job;
    }
}
