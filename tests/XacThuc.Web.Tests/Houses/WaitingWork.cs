using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Jobs;

namespace XacThuc.Web.Tests.Houses;

/// <summary>Work that does half of it and waits to be told to stop.</summary>
public sealed class WaitingWork(HouseDb db) : IJobWork
{
    public static string Kind => "test.wait";

    public async Task<Result<string>> Run(JobRun run, CancellationToken stop)
    {
        await run.Save(db, 1, 2, "half", new Dictionary<string, long>(StringComparer.Ordinal) { ["right"] = 1 }, stop);
        await Task.Delay(Timeout.Infinite, stop);
        return "/nowhere";
    }
}
