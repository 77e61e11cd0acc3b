using XacThuc.Exchange.Signing;
using XacThuc.Exchange.Tests.Houses;
using Xunit;

namespace XacThuc.Exchange.Tests.Signing;

public sealed class RotationTests
{
    [Fact]
    public async Task Keys_change_under_load_and_nobody_is_refused()
    {
        await using var houses = await TwoHouses.Open();
        using var stop = new CancellationTokenSource();
        var outcomes = new System.Collections.Concurrent.ConcurrentBag<string>();
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var answer = await houses.Asking.Ask(new Question("?"));
                outcomes.Add(answer.Outcome());
            }
        })).ToArray();

        for (var i = 0; i < 2; i++)
        {
            foreach (var (one, other) in ((TestHouse, TestHouse)[])[(houses.Asking, houses.Answering), (houses.Answering, houses.Asking)])
            {
                BorderKeys.Rotate(one.Folder);
                await Task.Delay(1200, TestContext.Current.CancellationToken);
                BorderKeys.Trust(other.Folder, BorderKeys.PublicFile(one.Folder));
                await Task.Delay(1200, TestContext.Current.CancellationToken);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(asking);
        Assert.True(outcomes.Count > 1000, $"{outcomes.Count}");
        Assert.All(outcomes, outcome => Assert.Equal("answered", outcome));
    }

    [Fact]
    public void A_private_key_is_read_by_its_owner_only()
    {
        var folder = Directory.CreateTempSubdirectory("xt-keys-").FullName;

        BorderKeys.CreateIfMissing(folder);

        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(new KeyFolder(folder).Active));
        Assert.DoesNotContain("\"d\"", File.ReadAllText(new KeyFolder(folder).Public), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_there_stay()
    {
        var folder = Directory.CreateTempSubdirectory("xt-keys-").FullName;
        BorderKeys.CreateIfMissing(folder);
        var before = File.ReadAllText(new KeyFolder(folder).Active);

        BorderKeys.CreateIfMissing(folder);

        Assert.Equal(before, File.ReadAllText(new KeyFolder(folder).Active));
    }
}
