using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Web.Data;

namespace XacThuc.Web.Border;

/// <summary>What the operator is shown of the border. Of the messages' content, nothing.</summary>
/// <param name="AwaySince">Since when the other house cannot be reached; none while it can.</param>
/// <param name="HeardAt">When it was heard last.</param>
/// <param name="Waiting">Messages that wait to be delivered.</param>
/// <param name="Failing">How many of them were tried in vain.</param>
/// <param name="Asked">Questions without an answer.</param>
/// <param name="GivenUp">Messages that an operator gave up.</param>
/// <param name="Open">Those without an answer, oldest first.</param>
public sealed record BorderFacts(
    DateTimeOffset? AwaySince, DateTimeOffset? HeardAt, int Waiting, int Failing, int Asked, int GivenUp,
    IReadOnlyList<OpenMessage> Open)
{
    /// <summary>The most messages shown at once.</summary>
    public const int Most = 100;

    /// <summary>Looks now.</summary>
    public static async Task<BorderFacts> Look(HouseDb db, PartnerState partner, CancellationToken stop)
    {
        var sent = db.Set<KeptMessage>().AsNoTracking()
            .Where(m => m.State != MessageState.Answered && m.Direction == MessageDirection.Sent);
        var counts = await sent.GroupBy(m => new { m.State, IsFailing = m.Attempts > 0 })
            .Select(group => new { group.Key.State, group.Key.IsFailing, Count = group.Count() }).ToListAsync(stop);
        var open = await sent.Where(m => m.State != MessageState.GivenUp).OrderBy(m => m.Id).Take(Most)
            .Select(m => new OpenMessage(
                m.Id, m.MessageId, m.Kind, m.Subject, m.State, m.At, m.TriedAt, m.DueAt, m.Attempts, m.ProblemVi, m.ProblemEn))
            .ToListAsync(stop);
        int Sum(MessageState state) => counts.Where(count => count.State == state).Sum(count => count.Count);
        return new BorderFacts(
            partner.AwaySince, partner.HeardAt, Sum(MessageState.Waiting),
            counts.Where(count => count is { State: MessageState.Waiting, IsFailing: true }).Sum(count => count.Count),
            Sum(MessageState.Asked), Sum(MessageState.GivenUp), open);
    }
}

/// <summary>A message without an answer.</summary>
public sealed record OpenMessage(
    long Key, Guid MessageId, string Kind, string Subject, MessageState State, DateTimeOffset At, DateTimeOffset? TriedAt,
    DateTimeOffset DueAt, int Attempts, string? ProblemVi, string? ProblemEn)
{
    /// <summary>Why it was not answered when last tried; none where it was not tried yet.</summary>
    public BorderSentence? Problem => ProblemVi is null ? null : new(ProblemVi, ProblemEn ?? ProblemVi);
}
