using System.Text.Json;

namespace XacThuc.Web.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for its turn.</summary>
    Queued = 1,

    /// <summary>Somebody works on it, or did when the house stopped: it is taken up again.</summary>
    Running = 2,

    /// <summary>A person paused it.</summary>
    Paused = 3,

    /// <summary>Finished.</summary>
    Done = 4,

    /// <summary>Cannot go on; <see cref="Job.Problem"/> says why.</summary>
    Failed = 5,

    /// <summary>A person gave it up.</summary>
    Cancelled = 6,
}

/// <summary>Long work with its progress: resumed after a crash at the last finished batch, never run twice.</summary>
public sealed class Job
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Which work, <c>noun.verb</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the work needs to know, JSON; never a person's value.</summary>
    public required string Input { get; init; }

    /// <summary>The unit for which it is done.</summary>
    public required long UnitId { get; init; }

    /// <summary>Who asked for it, JSON of an actor.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The language of who asked: vi or en.</summary>
    public required string Language { get; init; }

    /// <summary>The caller's key: the same key gives the same job.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What a program asked with its key, in words that are the same for the same request: the key stands for nothing else.</summary>
    public string? AskedFor { get; init; }

    /// <summary>Whether this is the job of an input, and not one that the same key asked for before.</summary>
    public bool IsFor(object input) => Input.Equals(InputOf(input), StringComparison.Ordinal);

    internal static string InputOf(object input) => JsonSerializer.Serialize(input, JsonSerializerOptions.Web);

    /// <summary>Where it stands.</summary>
    public JobState State { get; set; }

    /// <summary>Units of work done.</summary>
    public long Done { get; set; }

    /// <summary>Units of work in all; 0 until known.</summary>
    public long Total { get; set; }

    /// <summary>What came out so far, JSON object of numbers.</summary>
    public string Counts { get; set; } = "{}";

    /// <summary>What is done, JSON of the work's own checkpoint; none before the first batch.</summary>
    public string? Checkpoint { get; set; }

    /// <summary>Where the result can be had, a path of this house.</summary>
    public string? ResultPath { get; set; }

    /// <summary>Why it failed, a sentence for the user.</summary>
    public string? Problem { get; set; }

    /// <summary>When somebody began to work on it.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Which process works on it.</summary>
    public string? Worker { get; set; }

    /// <summary>The last sign of life of the worker.</summary>
    public DateTimeOffset? HeardAt { get; set; }
}
