using XacThuc.Register.Population.Import;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;
using XacThuc.Web.Uploads;

namespace XacThuc.Register.Population.Bring;

/// <summary>Takes a file of the population; a job imports it.</summary>
internal sealed class BringPopulation(JobDesk desk, HouseSettings settings, TimeProvider time)
{
    /// <summary>Keeps the file, and asks for its import.</summary>
    /// <param name="content">The file.</param>
    /// <param name="key">The caller's key: the same file with the same key is imported once.</param>
    /// <param name="me">Who brings it.</param>
    /// <param name="stop">Ends it; nothing is kept then.</param>
    public async Task<Result<Job>> Run(Stream content, IdempotencyKey key, SignedIn me, CancellationToken stop)
    {
        if (!(await UploadFolder.Keep(settings, content, stop)).TryGet(out var file, out var refusal)) return refusal;
        var input = new ImportInput(file.Stored);
        var asked = await desk.Ask<ImportPopulation>(
            input, file.Digest, me.UnitId, key, me.NewAct(time, "population.bring", "population:all"), stop);
        if (!asked.TryGet(out var job, out _) || !job.IsFor(input)) UploadFolder.Forget(settings, file.Stored);
        return asked;
    }
}
