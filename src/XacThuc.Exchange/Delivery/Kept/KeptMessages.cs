using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Delivery.Kept;

/// <summary>Writes and finds kept messages, in the transaction of the given database where one is open.</summary>
internal static class KeptMessages
{
    /// <summary>Keeps a message, unless one of its id and direction is kept already.</summary>
    public static async Task<bool> TryKeep(DbContext db, KeptMessage message, CancellationToken stop) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO border_messages (
                "MessageId", "Direction", "Kind", "Subject", "State", "Body", "BodyPacking", "Digest", "At", "DueAt", "Attempts",
                "AnswerPacking")
            VALUES (
                {message.MessageId}, {(int)message.Direction}, {message.Kind}, {message.Subject}, {(int)message.State}, {message.Body},
                {(int)message.BodyPacking}, {message.Digest}, {message.At.ToUnixTimeMilliseconds()},
                {message.DueAt.ToUnixTimeMilliseconds()}, 0, 0)
            ON CONFLICT DO NOTHING
            """,
            stop) == 1;

    /// <summary>A message as it is kept.</summary>
    public static Task<KeptMessage> Get(DbContext db, Guid id, MessageDirection direction, CancellationToken stop) =>
        db.Set<KeptMessage>().AsNoTracking().FirstAsync(m => m.MessageId == id && m.Direction == direction, stop);

    /// <summary>The answer to a message, where it has one.</summary>
    public static Task<KeptAnswer?> FindAnswer(DbContext db, Guid id, MessageDirection direction, CancellationToken stop) =>
        db.Set<KeptMessage>().AsNoTracking().Where(m => m.MessageId == id && m.Direction == direction && m.Answer != null)
            .Select(m => new KeptAnswer(m.Kind, m.Digest, m.Answer!, m.AnswerPacking)).FirstOrDefaultAsync(stop);

    /// <summary>Keeps the answer to a message.</summary>
    public static Task SetAnswer(
        DbContext db, Guid id, MessageDirection direction, WireBody answer, DateTimeOffset at, CancellationToken stop)
    {
        var bytes = answer.Bytes.Span.ToArray();
        return db.Set<KeptMessage>().Where(m => m.MessageId == id && m.Direction == direction).ExecuteUpdateAsync(
            row => row.SetProperty(m => m.State, MessageState.Answered).SetProperty(m => m.Answer, bytes)
                .SetProperty(m => m.AnswerPacking, answer.Packing).SetProperty(m => m.AnsweredAt, at)
                .SetProperty(m => m.TriedAt, at).SetProperty(m => m.ProblemCode, (string?)null)
                .SetProperty(m => m.ProblemVi, (string?)null).SetProperty(m => m.ProblemEn, (string?)null),
            stop);
    }

    /// <summary>Keeps why a message was not answered, and when it is tried next.</summary>
    public static Task SetProblem(
        DbContext db, Guid id, BorderProblem problem, DateTimeOffset at, DateTimeOffset due, CancellationToken stop) =>
        db.Set<KeptMessage>().Where(m => m.MessageId == id && m.Direction == MessageDirection.Sent).ExecuteUpdateAsync(
            row => row.SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.TriedAt, at)
                .SetProperty(m => m.DueAt, due).SetProperty(m => m.ProblemCode, problem.Code)
                .SetProperty(m => m.ProblemVi, problem.Vi).SetProperty(m => m.ProblemEn, problem.En),
            stop);
}

/// <summary>A kept answer's bytes, and what it answers.</summary>
internal sealed record KeptAnswer(string Kind, byte[] Digest, byte[] Answer, BodyPacking Packing)
{
    public bool IsSame(string kind, ReadOnlySpan<byte> digest) =>
        string.Equals(Kind, kind, StringComparison.Ordinal) && digest.SequenceEqual(Digest);

    public WireBody ToBody() => WireBody.Copy(Answer, Packing);
}
