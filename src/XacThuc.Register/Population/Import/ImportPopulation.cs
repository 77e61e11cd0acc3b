using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;
using XacThuc.Web.Uploads;

namespace XacThuc.Register.Population.Import;

/// <summary>What the job is asked.</summary>
/// <param name="File">Name of the file in the house's folder of uploads.</param>
internal sealed record ImportInput(string File);

/// <summary>The job that imports an uploaded file of the population.</summary>
internal sealed class ImportPopulation(PopulationImport import, HouseSettings settings) : IJobWork
{
    public static string Kind => "population.import";

    public async Task<Result<string>> Run(JobRun run, CancellationToken stop)
    {
        var path = UploadFolder.PathOf(settings, run.Input<ImportInput>().File);
        var act = run.NewAct("population.import", $"job:{run.Id}");
        var result = await import.Run(path, act, new ImportBooks(run), stop);
        if (result.TryGet(out _, out var refusal))
        {
            File.Delete(path);
            return ImportEndpoint.ProblemsOf(run.Id);
        }

        return refusal;
    }
}
