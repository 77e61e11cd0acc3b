using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Jobs.Pages;
using XacThuc.Web.Shell.Problems;

namespace XacThuc.Web.Jobs;

/// <summary>
/// Takes jobs one after the other, each kind by its work. A job whose worker has not been heard of for a while is taken up
/// again at its checkpoint.
/// </summary>
internal sealed partial class JobRunner(
    IServiceProvider services, IEnumerable<JobKind> kinds, JobBell bell, TimeProvider time, ILogger<JobRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private readonly string _worker = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await TakeNext(isFirst, stoppingToken) is { } job) await Work(job, stoppingToken);
                isFirst = false;
                await bell.Wait(TimeSpan.FromSeconds(2), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that went away comes back; jobs wait for it.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotReach(away);
                await Task.Delay(TimeSpan.FromSeconds(2), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // On SQLite this process is the only worker there can be: what runs when it starts is left over from the last one.
    private async Task<Job?> TakeNext(bool isFirst, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HouseDb>();
        var silent = isFirst && db.IsSqlite ? time.GetUtcNow().AddDays(1) : time.GetUtcNow() - Silence;
        var names = kinds.Select(kind => kind.Name).ToArray();
        var open = db.Jobs.Where(job => names.Contains(job.Kind) &&
            (job.State == JobState.Queued || job.State == JobState.Running && (job.HeardAt == null || job.HeardAt < silent)));
        if (await open.OrderBy(job => job.Id).AsNoTracking().FirstOrDefaultAsync(stop) is not { } next) return null;

        var now = time.GetUtcNow();
        var taken = await db.Jobs
            .Where(job => job.Id == next.Id && job.State == next.State && job.Worker == next.Worker)
            .ExecuteUpdateAsync(
                row => row.SetProperty(job => job.State, JobState.Running).SetProperty(job => job.Worker, _worker)
                    .SetProperty(job => job.HeardAt, now).SetProperty(job => job.StartedAt, next.StartedAt ?? now),
                stop);
        return taken == 1 ? await db.Jobs.AsNoTracking().FirstAsync(job => job.Id == next.Id, stop) : null;
    }

    private async Task Work(Job job, CancellationToken stop)
    {
        Speech.Language = string.Equals(job.Language, "en", StringComparison.Ordinal) ? Language.English : Language.Vietnamese;
        using var told = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watching = Watch(job.Id, told);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var kind = kinds.First(kind => string.Equals(kind.Name, job.Kind, StringComparison.Ordinal));
            var work = (IJobWork)scope.ServiceProvider.GetRequiredService(kind.Work);
            var result = await work.Run(new JobRun(job, time), told.Token);
            await End(job.Id, result, CancellationToken.None);
        }
        catch (OperationCanceledException) when (told.IsCancellationRequested)
        {
            // Paused, given up, or the house stops: the checkpoint tells where to go on.
        }
#pragma warning disable CA1031 // A bug in one job must not end the others; the user gets a reference, the log the rest.
        catch (Exception failed) when (!Outage.IsIn(failed))
#pragma warning restore CA1031
        {
            Failed(failed, job.Id);
            await End(job.Id, Refusal.Conflicting(
                "job.broken",
                $"Công việc bị dừng vì lỗi của phần mềm (số {job.Id}). Báo số này cho người vận hành, rồi bấm Chạy tiếp.",
                $"The job stopped because of a fault of the software (number {job.Id}). Tell the operator this number, then press Resume."),
                CancellationToken.None);
        }
        finally
        {
            await told.CancelAsync();
            await watching;
        }
    }

    private async Task End(long id, Result<string> result, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HouseDb>();
        var (state, path, problem) = result.Match(
            path => (JobState.Done, (string?)path, (string?)null),
            refusal => (JobState.Failed, null, refusal.Sentence.ToString()));
        await db.Jobs.Where(job => job.Id == id && job.Worker == _worker).ExecuteUpdateAsync(
            row => row.SetProperty(job => job.State, state).SetProperty(job => job.ResultPath, path)
                .SetProperty(job => job.Problem, problem).SetProperty(job => job.EndedAt, time.GetUtcNow()),
            stop);
    }

    // Gives signs of life, and tells the work to stop once somebody paused the job or gave it up.
    private async Task Watch(long id, CancellationTokenSource told)
    {
        while (!told.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, told.Token);
                await using var scope = services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<HouseDb>();
                var mine = await db.Jobs
                    .Where(job => job.Id == id && job.State == JobState.Running && job.Worker == _worker)
                    .ExecuteUpdateAsync(row => row.SetProperty(job => job.HeardAt, time.GetUtcNow()), told.Token);
                if (mine == 0) await told.CancelAsync();
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A sign of life that could not be given is given a second later.
            catch (Exception away)
#pragma warning restore CA1031
            {
                CannotReach(away);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Jobs cannot be reached; trying again.")]
    private partial void CannotReach(Exception away);

    [LoggerMessage(LogLevel.Error, "Job {Id} failed.")]
    private partial void Failed(Exception failed, long id);
}

/// <summary>A kind of job and the work behind it.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Work">The work.</param>
/// <param name="Scope">What a program must be allowed to do to pause it, go on with it or give it up; none may where it is empty.</param>
internal sealed record JobKind(string Name, Type Work, string? Scope);

/// <summary>Registers jobs.</summary>
public static class JobRegistration
{
    /// <summary>Adds the desk and the runner.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobBell>().AddScoped<JobDesk>().AddHostedService<JobRunner>();

    /// <summary>Adds the work behind a kind of job.</summary>
    /// <param name="services">The house's services.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="isHandledBy">Who may open the result of a job for a unit (its key), pause it and give it up.</param>
    /// <param name="counts">The names of what it counts, where <see cref="JobWords"/> does not know them.</param>
    /// <param name="scope">The scope with which programs ask for it, pause it and give it up; none where only people do.</param>
    /// <param name="page">The page of a job's result, where <see cref="Job.ResultPath"/> is for programs.</param>
    public static IServiceCollection AddJob<TWork>(
        this IServiceCollection services, Bilingual name, Func<SignedIn, long, bool> isHandledBy,
        IReadOnlyDictionary<string, Bilingual>? counts = null, string? scope = null, Func<Job, string>? page = null)
        where TWork : class, IJobWork => services
        .AddScoped<TWork>().AddSingleton(new JobKind(TWork.Kind, typeof(TWork), scope)).AddSingleton(new JobName(TWork.Kind, name, isHandledBy, counts, page));
}
