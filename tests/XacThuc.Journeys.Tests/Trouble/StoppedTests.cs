using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Trouble;

/// <summary>Houses of one process that are told to stop: each finishes what it has in hand, however soon the other is done.</summary>
public sealed class StoppedTests
{
    private const string Headings = "record_id,full_name,sex,date_of_birth,id_number,commune_code\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("platform", "api/v1/records/import")]
    [InlineData("register", "api/v1/population/import")]
    public async Task A_file_on_its_way_when_they_are_told_to_stop_is_still_taken_in(string house, string address)
    {
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Sqlite);
        using var client = await houses.Client(house);
        var file = new Pipe();
        var coming = client.Http.PostAsync(address, new StreamContent(file.Reader.AsStream()) { Headers = { { "Content-Type", "text/csv" } } }, Stop);
        await file.Writer.WriteAsync(Encoding.UTF8.GetBytes(Headings + Rows(1, 1000)), Stop);
        while (Uploads(houses.Folder, house) == 0) await Task.Delay(20, Stop);

        var stopped = houses.Stop();
        await Task.WhenAny(stopped, Task.Delay(TimeSpan.FromSeconds(2), Stop));
        await file.Writer.WriteAsync(Encoding.UTF8.GetBytes(Rows(1001, 1000)), Stop);
        await file.Writer.CompleteAsync();
        var answer = await coming;
        await stopped;

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    // More than a connection keeps to itself before it sends any.
    private static string Rows(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(at =>
        string.Create(CultureInfo.InvariantCulture, $"r{at},Nông Văn Bảo,Nam,01/01/1990,{20_090_000_001 + at:000000000000},06226\n")));

    private static int Uploads(string folder, string house) =>
        Directory.EnumerateFiles(Directory.CreateDirectory(Path.Combine(folder, house, "uploads")).FullName).Count();
}
