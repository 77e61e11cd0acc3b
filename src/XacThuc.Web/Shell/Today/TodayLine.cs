using XacThuc.Web.Accounts;

namespace XacThuc.Web.Shell.Today;

/// <summary>Work that waits for whoever is signed in: one line on their first page, one link to its first item.</summary>
/// <param name="Count">How many wait; a line of nothing is not shown.</param>
/// <param name="Text">What waits, in the language spoken.</param>
/// <param name="Href">The first item of that work.</param>
public sealed record TodayLine(long Count, string Text, string Href)
{
    /// <summary>What else helps to choose, in the language spoken.</summary>
    public string? Detail { get; init; }

    /// <summary>Since when the oldest waits.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>When the next is due; lines that are due stand first.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What it means; waiting by default, and late once its time is over.</summary>
    public Tone Tone { get; init; } = Tone.Waiting;

    /// <summary>What the link does, in the language spoken; "work them off" where nothing is said.</summary>
    public string? Do { get; init; }
}

/// <summary>Shares of a whole, shown as one bar below the work.</summary>
/// <param name="Text">What is counted, in the language spoken.</param>
/// <param name="Parts">Each part: its tone, name and count.</param>
/// <param name="Href">The page with more, if there is one.</param>
public sealed record TodayShares(string Text, IReadOnlyList<SharePart> Parts, string? Href = null);

/// <summary>One part of a bar.</summary>
public sealed record SharePart(Tone Tone, string Name, long Count);

/// <summary>Tells what waits for whoever is signed in. Each kind of work has its own; see <c>AddToday</c>.</summary>
public interface ITodayLines
{
    /// <summary>The lines of this kind of work.</summary>
    Task<IReadOnlyList<TodayLine>> For(SignedIn me, CancellationToken stop);

    /// <summary>The figures below them, where this kind of work has some.</summary>
    Task<IReadOnlyList<TodayShares>> Figures(SignedIn me, CancellationToken stop) => Task.FromResult<IReadOnlyList<TodayShares>>([]);
}
