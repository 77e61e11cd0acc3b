using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Register.Cases;
using XacThuc.Web.Acts;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>
/// Counts what a bulk run tries, and says which of its rows are answered no more (decision 0015): never a record asked
/// about for the first time, never one with values that were asked before, only changed ones beyond the limits.
/// </summary>
internal sealed class BatchTries(GuessingLimits limits, GuessingReports reports)
{
    /// <summary>Counts a batch in the open transaction.</summary>
    /// <returns>The rows that are stopped, and why.</returns>
    public async Task<Dictionary<int, GuessingKind>> Count(
        RegisterDb db, Act act, AuthenticateBatch batch, Comparison[] compared, CancellationToken stop)
    {
        var (tries, stopped, firsts) = (new List<GuessingTry>(), new Dictionary<int, GuessingKind>(), new Firsts());
        var wrong = Enumerable.Range(0, compared.Length).Where(i => GuessingRules.TellsSomething(compared[i])).ToList();
        var known = await KnownValues(db, [.. wrong.Select(i => batch.Rows[i].Ref)], stop);
        foreach (var i in wrong)
        {
            var subject = SubjectOf(batch, i, compared[i]);
            var isKnown = known.TryGetValue(subject.Ref, out var values);
            if (isKnown && values == subject.ValuesKey) continue;
            if (!isKnown && !limits.Knows(subject.Ref, act.At) && firsts.TryAdd(subject)) continue;
            if (limits.StopOf(subject, act.At) is { } kind) stopped[i] = kind;
            else if (limits.Count(subject, act.At) is { } tried) tries.Add(tried);
        }

        foreach (var (i, kind) in await RightOnes(db, act.At, batch, compared, stop)) stopped[i] = kind;
        await GuessingTables.Tries.Insert(db.RawWay(), tries, stop);
        await Report(db, act, batch, stopped, firsts, stop);
        return stopped;
    }

    // Beyond a limit a right guess is not answered either: otherwise the one row that is answered would be the right one.
    private async Task<List<(int Row, GuessingKind Kind)>> RightOnes(
        RegisterDb db, DateTimeOffset at, AuthenticateBatch batch, Comparison[] compared, CancellationToken stop)
    {
        var found = new List<(int Row, GuessingKind Kind)>();
        if (!limits.IsAnybodyStopped(at)) return found;
        for (var i = 0; i < compared.Length; i++)
        {
            if (compared[i].Status == RecordStatus.Matched && limits.StopOf(SubjectOf(batch, i, compared[i]), at) is { } kind)
                found.Add((i, kind));
        }

        var known = await KnownValues(db, [.. found.Select(one => batch.Rows[one.Row].Ref)], stop);
        found.RemoveAll(one => known.TryGetValue(batch.Rows[one.Row].Ref, out var values)
            ? values == GuessingSubject.ValuesKeyOf(batch.Rows[one.Row])
            : !limits.Knows(batch.Rows[one.Row].Ref, at));
        return found;
    }

    private static GuessingSubject SubjectOf(AuthenticateBatch batch, int row, in Comparison compared) =>
        new(batch.UnitCode, "", batch.Rows[row]) { IsOfNobody = GuessingRules.IsOfNobody(compared) };

    // One report of each that was stopped, however many rows of it there are.
    private async Task Report(
        RegisterDb db, Act act, AuthenticateBatch batch, Dictionary<int, GuessingKind> stopped, Firsts firsts, CancellationToken stop)
    {
        var alike = stopped.Select(pair => (Kind: pair.Value, Subject: new GuessingSubject(batch.UnitCode, "", batch.Rows[pair.Key])))
            .GroupBy(one => one.Kind == GuessingKind.Record ? one.Subject.Ref : $"{one.Subject.NumberKey}", StringComparer.Ordinal);
        foreach (var same in alike)
            await reports.Report(db, same.First().Kind, same.First().Subject, same.Count(), act, stop);
        foreach (var (subject, count) in firsts.Many)
        {
            if (limits.CountFirsts(subject, count, act.At) > GuessingRules.FirstsAtAPerson)
                await reports.Report(db, GuessingKind.Imports, subject, count, act, stop);
        }
    }

    private static async Task<Dictionary<string, long>> KnownValues(RegisterDb db, List<string> refs, CancellationToken stop) =>
        refs.Count == 0 ? [] : await db.Set<Case>().AsNoTracking().Where(c => refs.Contains(c.Ref)).Select(c => new { c.Ref, c.ValuesKey })
            .ToDictionaryAsync(c => c.Ref, c => c.ValuesKey, StringComparer.Ordinal, stop);

    /// <summary>Records of the batch that were never wrong before, and how many different values each number came with.</summary>
    private sealed class Firsts
    {
        private readonly HashSet<string> _records = new(StringComparer.Ordinal);
        private readonly Dictionary<long, (GuessingSubject Subject, HashSet<long> Values)> _numbers = [];

        public IEnumerable<(GuessingSubject Subject, int Count)> Many => _numbers.Values
            .Where(one => one.Values.Count >= GuessingRules.FirstsWorthCounting).Select(one => (one.Subject, one.Values.Count));

        public bool TryAdd(GuessingSubject subject)
        {
            if (!_records.Add(subject.Ref)) return false;
            if (subject.NumberKey == 0) return true;
            if (!_numbers.TryGetValue(subject.NumberKey, out var one)) _numbers[subject.NumberKey] = one = (subject, []);
            one.Values.Add(subject.ValuesKey);
            return true;
        }
    }
}
