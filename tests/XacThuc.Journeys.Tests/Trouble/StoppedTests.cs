using System.IO.Pipelines;
using System.Net;
using System.Text;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Trouble;

/// <summary>Houses that are told to stop finish what they have in hand.</summary>
public sealed class StoppedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("platform", "api/v1/records/import")]
    [InlineData("register", "api/v1/population/import")]
    public async Task A_file_on_its_way_to_one_of_two_in_a_process_is_taken_in_however_soon_the_other_is_done(string house, string address)
    {
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Sqlite);
        using var client = await houses.Client(house);

        var answered = await Send(client, address, Path.Combine(houses.Folder, house), houses.Stop);

        Assert.Equal(HttpStatusCode.Accepted, answered);
    }

    [Fact]
    public async Task A_service_manager_that_ends_a_house_lets_it_take_in_a_file_on_its_way()
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-stopped-");
        var (platformAt, registerAt) = (HouseProcess.FreeAddress(), HouseProcess.FreeAddress());
        await using var platform = new HouseProcess("platform", folder.FullName, platformAt, registerAt, postgres: null);
        await platform.Start();
        using var client = await platform.Client();

        var code = -1;
        var answered = await Send(client, "api/v1/records/import", Path.Combine(folder.FullName, "platform"), async () => code = await platform.Stop());

        Assert.Equal((HttpStatusCode.Accepted, 0), (answered, code));
        folder.Delete(recursive: true);
    }

    // Half of a file, the word to stop, and the rest when a hurried house would be gone.
    private static async Task<HttpStatusCode> Send(ApiSession client, string address, string house, Func<Task> stop)
    {
        var file = new Pipe();
        var coming = client.Http.PostAsync(address, new StreamContent(file.Reader.AsStream()) { Headers = { { "Content-Type", "text/csv" } } }, Stop);

        // More than a connection keeps to itself before it sends any.
        await file.Writer.WriteAsync(Encoding.UTF8.GetBytes(GivenRows.Headings + GivenRows.Of(1, 1000)), Stop);
        var uploads = Directory.CreateDirectory(Path.Combine(house, "uploads"));
        while (!coming.IsCompleted && !uploads.EnumerateFiles().Any()) await Task.Delay(20, Stop);

        var stopped = stop();
        await Task.WhenAny(stopped, Task.Delay(TimeSpan.FromSeconds(3), Stop));
        await file.Writer.WriteAsync(Encoding.UTF8.GetBytes(GivenRows.Of(1001, 1000)), Stop);
        await file.Writer.CompleteAsync();
        using var answer = await coming;
        await stopped;
        return answer.StatusCode;
    }
}
