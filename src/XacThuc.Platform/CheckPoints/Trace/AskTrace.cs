using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Protection;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.CheckPoints.Trace;

/// <summary>What the form of a query says; sent by post, so that nothing of a person stands in an address.</summary>
internal sealed record TraceForm
{
    /// <summary>What is traced.</summary>
    public TraceKind Kind { get; init; } = TraceKind.Person;

    /// <summary>Number or QID.</summary>
    public string? Number { get; init; }

    /// <summary>Code of the place.</summary>
    public string? Place { get; init; }

    /// <summary>From when, in Viet Nam.</summary>
    public DateTime? From { get; init; }

    /// <summary>Until when, in Viet Nam.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Within how many minutes.</summary>
    public int Minutes { get; init; } = 15;

    /// <summary>Number of the case.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(TraceForm);
}

/// <summary>Asks to trace, and decides on what another asked: two different people, or nothing is uncovered.</summary>
internal sealed class AskTrace(PlatformDb db, PersonCover cover, CheckPointsSettings settings, TimeProvider time)
{
    private const int MostMinutes = 240;
    private const int ShortestReason = 10;
    private const int Longest = 500;

    /// <summary>Asks.</summary>
    public async Task<Result<TraceQuery>> Ask(TraceForm form, SignedIn me, CancellationToken stop)
    {
        if (!CheckPointsAccess.MayTrace(me.Role)) return TraceRefusals.NotThere;
        var (number, reason, caseNumber, now) = (string.Concat((form.Number ?? "").Where(char.IsAsciiDigit)), Said.Of(form.Reason, Longest), Said.Of(form.CaseNumber, 60), time.GetUtcNow());
        if (reason.Length < ShortestReason || caseNumber.Length < 2) return TraceRefusals.WhyNeeded;
        if (form.From is not { } from || form.Until is not { } until || MomentOf(from) is var first && MomentOf(until) is var last && (first >= last || first < now - settings.Keep || first > now)
            || form.Minutes is < 0 or > MostMinutes) return TraceRefusals.SpanWrong(settings.KeepDays);
        if (form.Kind == TraceKind.Person && number.Length is not (9 or 12 or 18)) return TraceRefusals.NumberNeeded;
        var code = Said.Of(form.Place, 60);
        var path = me.Path;
        var place = form.Kind == TraceKind.Place ? await db.Set<CheckPoint>().AsNoTracking().FirstOrDefaultAsync(one => one.Code == code && one.Path.StartsWith(path), stop) : null;
        if (form.Kind == TraceKind.Place && place is null) return TraceRefusals.PlaceNeeded;
        var reference = Guid.NewGuid();
        var query = new TraceQuery
        {
            Code = await db.Set<TraceQuery>().Select(one => one.Code).NextOf($"TV-{me.UnitCode}", Shown.Day(now), stop),
            UnitId = me.UnitId,
            Path = me.Path,
            Kind = form.Kind,
            Ref = reference,
            Subject = form.Kind == TraceKind.Person ? cover.CoverText(number, reference) : null,
            PlaceId = place?.Id,
            From = MomentOf(from),
            Until = MomentOf(until),
            Minutes = form.Minutes,
            CaseNumber = caseNumber,
            Reason = reason,
            AskedBy = me.Name,
            AskedAt = now,
        };
        db.Add(query);
        return await db.SaveFirst(me.NewAct(time, "trace.ask", query.AuditSubject, $"{caseNumber}: {reason}"), stop) ? query : TraceRefusals.Moved;
    }

    /// <summary>Approves what another asked.</summary>
    public Task<Result<TraceQuery>> Approve(long id, SignedIn me, CancellationToken stop) => Decide(id, TraceState.Approved, "", "trace.approve", me, stop);

    /// <summary>Refuses it.</summary>
    public async Task<Result<TraceQuery>> Refuse(long id, string? word, SignedIn me, CancellationToken stop) =>
        Said.Of(word, Longest) is { Length: > 0 } said ? await Decide(id, TraceState.Refused, said, "trace.refuse", me, stop) : TraceRefusals.WordNeeded;

    private async Task<Result<TraceQuery>> Decide(long id, TraceState state, string word, string kind, SignedIn me, CancellationToken stop)
    {
        if (await db.QueriesOf(me).FirstOrDefaultAsync(query => query.Id == id, stop) is not { } query) return TraceRefusals.NotThere;
        if (query.State != TraceState.Asked) return TraceRefusals.Moved;
        if (query.AskedBy.Equals(me.Name, StringComparison.OrdinalIgnoreCase)) return TraceRefusals.SamePerson;
        (query.State, query.DecidedBy, query.DecidedAt, query.Word) = (state, me.Name, time.GetUtcNow(), word);
        query.Version++;
        return await db.SaveFirst(me.NewAct(time, kind, query.AuditSubject, word), stop) ? query : TraceRefusals.Moved;
    }

    private static DateTimeOffset MomentOf(DateTime clock) => Shown.MomentOf(DateOnly.FromDateTime(clock), TimeOnly.FromDateTime(clock));
}

/// <summary>Who reaches which queries.</summary>
internal static class TraceReach
{
    /// <summary>Those of the own unit, to whoever traces.</summary>
    public static IQueryable<TraceQuery> QueriesOf(this PlatformDb db, SignedIn me)
    {
        var unitId = me.UnitId;
        return CheckPointsAccess.MayTrace(me.Role) ? db.Set<TraceQuery>().Where(query => query.UnitId == unitId) : db.Set<TraceQuery>().Where(_ => false);
    }

    /// <summary>Whether somebody may look at the result now: whoever asked, within a day of the approval.</summary>
    public static bool MayOpen(this TraceQuery query, SignedIn me, DateTimeOffset at) =>
        query.OpenUntil is { } until && at < until && query.AskedBy.Equals(me.Name, StringComparison.OrdinalIgnoreCase);
}
