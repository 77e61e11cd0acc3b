using XacThuc.Web.Acts;

namespace XacThuc.Web.Jobs;

/// <summary>
/// The work behind one kind of job. Asked to run from its last checkpoint: after a crash it may be asked again for what it
/// had done but not saved, so each batch is done once only because it is saved together with its checkpoint.
/// </summary>
public interface IJobWork
{
    /// <summary>The kind of jobs it does, <c>noun.verb</c>.</summary>
    static abstract string Kind { get; }

    /// <summary>Does it, or as much as is left. What it refuses becomes the job's problem.</summary>
    /// <returns>The path of the result, or why it cannot go on.</returns>
    Task<Result<string>> Run(JobRun run, CancellationToken stop);
}
