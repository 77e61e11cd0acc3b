using XacThuc.Platform.CheckPoints.Scans;
using Xunit;

namespace XacThuc.Platform.Tests.CheckPoints;

public sealed class ScanLineTests
{
    [Fact]
    public async Task Calls_that_come_while_one_is_written_are_written_together_and_each_scan_once()
    {
        using var line = new ScanLine();
        var (written, first, shared) = (new List<Guid[]>(), new TaskCompletionSource(), Scan());
        async Task Write(IReadOnlyList<Scan> scans)
        {
            written.Add([.. scans.Select(scan => scan.Id)]);
            if (written.Count == 1) await first.Task;
        }

        var busy = line.Keep([Scan()], Write);
        var waiting = Enumerable.Range(0, 20).Select(_ => line.Keep([Scan(), shared], Write)).ToArray();
        Assert.All(waiting, call => Assert.False(call.IsCompleted));
        first.SetResult();
        await Task.WhenAll([busy, .. waiting]);

        Assert.Equal([1, 21], written.Select(ids => ids.Length));
    }

    [Fact]
    public async Task A_call_that_cannot_be_written_fails_alone()
    {
        using var line = new ScanLine();
        var (kept, first, bad) = (new HashSet<Guid>(), new TaskCompletionSource(), Scan());
        async Task Write(IReadOnlyList<Scan> scans)
        {
            await first.Task;
            if (scans.Contains(bad)) throw new InvalidDataException();
            kept.UnionWith(scans.Select(scan => scan.Id));
        }

        var good = Enumerable.Range(0, 5).Select(_ => line.Keep([Scan()], Write)).ToList();
        var wrong = line.Keep([bad, Scan()], Write);
        good.AddRange(Enumerable.Range(0, 5).Select(_ => line.Keep([Scan()], Write)));
        first.SetResult();

        await Task.WhenAll(good);
        await Assert.ThrowsAsync<InvalidDataException>(() => wrong);
        Assert.Equal(10, kept.Count);
    }

    [Fact]
    public async Task The_line_goes_on_after_a_failure_of_the_database()
    {
        using var line = new ScanLine();

        await Assert.ThrowsAsync<IOException>(() => line.Keep([Scan()], _ => throw new IOException()));
        var after = new List<int>();
        await line.Keep([Scan()], scans =>
        {
            after.Add(scans.Count);
            return Task.CompletedTask;
        });

        Assert.Equal([1], after);
    }

    private static Scan Scan() => new()
    {
        Id = Guid.NewGuid(),
        PlaceId = 1,
        At = TimeProvider.System.GetUtcNow(),
        ReceivedAt = TimeProvider.System.GetUtcNow(),
        Way = ScanWay.In,
        Kind = ScanKind.PersonalQr,
        Verdict = ScanVerdict.Genuine,
    };
}
