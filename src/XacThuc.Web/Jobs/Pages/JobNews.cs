using System.Text.Json;
using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Web.Jobs.Pages;

/// <summary>How far a job is, in the words of whoever looks; the same on the page and in each live event.</summary>
/// <param name="Share">From 0 to 1; none while nobody knows how much there is.</param>
/// <param name="Texts">The texts of the page's live places.</param>
/// <param name="Counts">What came out so far: name and number.</param>
/// <param name="Ended">Whether nothing more will come.</param>
public sealed record JobNews(
    double? Share, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<IReadOnlyList<string>> Counts, bool Ended)
{
    /// <summary>The news of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="words">The words for it.</param>
    /// <param name="rate">Units of work a second, where known.</param>
    public static JobNews Of(Job job, JobWords words, double? rate)
    {
        var share = job.State == JobState.Done ? 1 : job.Total > 0 ? Math.Clamp((double)job.Done / job.Total, 0, 1) : (double?)null;
        var left = rate > 0 && job.Total > job.Done ? TimeSpan.FromSeconds((job.Total - job.Done) / rate.Value) : (TimeSpan?)null;
        var state = JobWords.States.First(state => state.Value == job.State);
        return new(
            share,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["state"] = state.Name.ToString(),
                ["percent"] = share is { } known ? Shown.Percent(known) : "",
                ["done"] = job.Total > 0
                    ? Speech.Say($"{Shown.Number(job.Done)} trên {Shown.Number(job.Total)}", $"{Shown.Number(job.Done)} of {Shown.Number(job.Total)}")
                    : job.Done > 0 ? Shown.Number(job.Done) : "",
                ["rate"] = rate >= 1 && job.State == JobState.Running
                    ? Speech.Say($"{Shown.Number((long)rate)} mỗi giây", $"{Shown.Number((long)rate)} a second") : "",
                ["left"] = left is { } time && job.State == JobState.Running
                    ? Speech.Say($"còn khoảng {Shown.Duration(time)}", $"about {Shown.Duration(time)} left") : "",
            },
            [.. JsonSerializer.Deserialize<Dictionary<string, long>>(job.Counts)!
                .Select(count => (IReadOnlyList<string>)[words.CountOf(job.Kind, count.Key), Shown.Number(count.Value)])],
            job.State is JobState.Done or JobState.Failed or JobState.Cancelled);
    }

    /// <summary>The rate since the job began; what was done before a pause makes it look faster than it is.</summary>
    public static double? RateSinceStart(Job job, DateTimeOffset now) =>
        job is { State: JobState.Running, StartedAt: { } start, Done: > 0 } && (now - start).TotalSeconds is > 0.2 and var seconds
            ? job.Done / seconds : null;
}
