using NpgsqlTypes;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Records;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>A batch with its answer, to be stored.</summary>
internal sealed class AnsweredBatch
{
    private static readonly BulkTable<Line> Results = new(AuthenticationTables.Results,
        new("RunId", NpgsqlDbType.Bigint, line => line.RunId), new("RecordId", NpgsqlDbType.Bigint, line => line.RecordId),
        new("Version", NpgsqlDbType.Integer, line => line.Version),
        new("Outcome", NpgsqlDbType.Smallint, line => line.Verdict.Outcome.Packed),
        new("Reasons", NpgsqlDbType.Bigint, line => line.Verdict.Reasons));

    // A record that changed meanwhile is not found under its old version, and keeps waiting for its own authentication.
    private static readonly BulkTable<Line> Records = new(RecordsTables.Records,
        new("Id", NpgsqlDbType.Bigint, line => line.RecordId), new("Version", NpgsqlDbType.Integer, line => line.Version),
        new("Status", NpgsqlDbType.Smallint, line => (short)line.Verdict.Outcome.Status),
        new("NameVerdict", NpgsqlDbType.Smallint, line => (short)line.Verdict.Outcome.Name),
        new("SexVerdict", NpgsqlDbType.Smallint, line => (short)line.Verdict.Outcome.Sex),
        new("DateVerdict", NpgsqlDbType.Smallint, line => (short)line.Verdict.Outcome.Date),
        new("NumberVerdict", NpgsqlDbType.Smallint, line => (short)line.Verdict.Outcome.Number),
        new("Reasons", NpgsqlDbType.Bigint, line => line.Verdict.Reasons),
        new("AuthenticatedAt", NpgsqlDbType.TimestampTz, line => line.At),
        new("AuthenticatedVersion", NpgsqlDbType.Integer, line => line.Version));

    private readonly Line[] _lines;

    private AnsweredBatch(Line[] lines) => _lines = lines;

    /// <summary>Key of its last record.</summary>
    public long LastId => _lines[^1].RecordId;

    /// <summary>Puts the answer to the records it is about; none where it is not an answer to them.</summary>
    public static AnsweredBatch? Of(long run, IReadOnlyList<SentRecord> sent, BatchVerdicts answer, DateTimeOffset at)
    {
        if (answer.Rows.Count != sent.Count) return null;
        var lines = new Line[sent.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var (row, verdict) = (sent[i].Row, answer.Rows[i]);
            if (verdict.Version != row.Version || !verdict.Ref.Equals(row.Ref, StringComparison.Ordinal) ||
                !ReadVerdict.TryRead(verdict, out var read)) return null;
            lines[i] = new Line(run, sent[i].Id, row.Version, read, at);
        }

        return new AnsweredBatch(lines);
    }

    /// <summary>Stores it in the open transaction.</summary>
    public async Task Store(PlatformDb db, CancellationToken stop)
    {
        var way = db.RawWay();
        await Results.Insert(way, _lines, stop);
        await Records.Update(way, keys: 2, _lines, stop);
    }

    /// <summary>What came out so far, with this batch.</summary>
    public RunCounts Count(RunCounts before)
    {
        Span<long> counts = stackalloc long[4];
        foreach (var line in _lines) counts[(int)line.Verdict.Outcome.Status]++;
        return new RunCounts(
            before.Matched + counts[0], before.Mismatched + counts[1], before.Unauthenticated + counts[2], before.Invalid + counts[3]);
    }

    private readonly record struct Line(long RunId, long RecordId, int Version, ReadVerdict Verdict, DateTimeOffset At);
}

/// <summary>What came out so far, by status; part of the checkpoint.</summary>
internal sealed record RunCounts(long Matched, long Mismatched, long Unauthenticated, long Invalid)
{
    /// <summary>Nothing yet.</summary>
    public static RunCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>All of them.</summary>
    public long All => Matched + Mismatched + Unauthenticated + Invalid;

    /// <summary>The same by the contract's words.</summary>
    public IReadOnlyDictionary<string, long> ByName => new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["records"] = All,
        ["matched"] = Matched,
        ["mismatched"] = Mismatched,
        ["unauthenticated"] = Unauthenticated,
        ["invalid"] = Invalid,
    };
}
