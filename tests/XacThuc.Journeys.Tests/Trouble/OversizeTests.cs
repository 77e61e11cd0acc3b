using System.Net.Sockets;
using System.Text;
using XacThuc.Testing.Houses;
using Xunit;

namespace XacThuc.Journeys.Tests.Trouble;

/// <summary>Files larger than a house takes are refused before they are read.</summary>
public sealed class OversizeTests
{
    [Theory]
    [InlineData("platform", "/api/v1/records/import")]
    [InlineData("register", "/api/v1/population/import")]
    public async Task A_file_over_size_is_answered_413_with_a_sentence_and_nothing_of_it_is_kept(string house, string address)
    {
        await using var houses = await TestHouses.WithAccounts(TestDatabase.Sqlite);
        using var client = await houses.Client(house);
        var before = Files(houses.Folder);

        var answer = await Announce(client, address, 3_000_000_000);

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"title\"", answer, StringComparison.Ordinal);
        Assert.Equal(before, Files(houses.Folder));
    }

    private static int Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(file => file.Contains("upload", StringComparison.Ordinal));

    // Says how much would come and sends none of it: no test sends gigabytes.
    private static async Task<string> Announce(ApiSession client, string address, long length)
    {
        var house = client.Http.BaseAddress!;
        using var connection = new TcpClient();
        await connection.ConnectAsync(house.Host, house.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {address} HTTP/1.1\r\nHost: {house.Authority}\r\nAuthorization: {client.Http.DefaultRequestHeaders.Authorization}\r\n" +
            $"Content-Type: text/csv\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
