using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>Tells a person that somebody was stopped: the first time of a day with a report, every time in the audit.</summary>
internal sealed class GuessingReports(IServiceScopeFactory scopes)
{
    private const int LongestNumber = 24;

    public async Task Report(GuessingKind kind, GuessingSubject subject, Actor by, DateTimeOffset at, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Report(scope.ServiceProvider.GetRequiredService<RegisterDb>(), kind, subject, 1, new Act(by, at, "", ""), stop);
    }

    /// <summary>Whether these very values of the record were answered before: answering again tells nothing new.</summary>
    public async Task<bool> WasAnswered(GuessingSubject subject, CancellationToken stop)
    {
        var (record, values) = (subject.Ref, subject.ValuesKey);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RegisterDb>().Cases.AnyAsync(c => c.Ref == record && c.ValuesKey == values, stop);
    }

    /// <summary>The same in a transaction that is open.</summary>
    /// <param name="db">The house's database.</param>
    /// <param name="kind">Which limit.</param>
    /// <param name="subject">Who asked about what.</param>
    /// <param name="times">How often at once.</param>
    /// <param name="act">By whom and when.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Report(RegisterDb db, GuessingKind kind, GuessingSubject subject, int times, Act act, CancellationToken stop)
    {
        var more = await Same(db, kind, subject, act.At.AddDays(-1)).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Refused, r => r.Refused + times), stop);
        if (more == 0)
        {
            var written = subject.Row.IdNumber;
            var number = written.Length > LongestNumber ? written[..LongestNumber] : written;
            db.Add(new GuessingReport
            {
                At = act.At,
                Kind = kind,
                Account = subject.Account,
                UnitCode = subject.UnitCode,
                Ref = subject.Ref,
                NumberKey = subject.NumberKey,
                Number = Shown.Masked(number.Replace('\0', ' ').Trim()),
                Refused = times,
            });
        }

        var (name, reason) = kind == GuessingKind.Imports ? ("record.many", "") : ("record.stop", GuessingRules.Of(kind).Code);
        await db.Save(act with { Kind = name, Subject = $"record:{subject.Ref}", Reason = times == 1 ? reason : $"{reason} {times}".Trim() }, stop);
    }

    // The report of the same stop that stands already, of the last day; what was looked into is not added to unseen.
    private static IQueryable<GuessingReport> Same(RegisterDb db, GuessingKind kind, GuessingSubject subject, DateTimeOffset since)
    {
        var (account, unit, record, number) = (subject.Account, subject.UnitCode, subject.Ref, subject.NumberKey);
        var reports = db.Set<GuessingReport>().Where(r => r.Kind == kind && r.At > since && r.UnitCode == unit && r.LookedAtBy == null);
        return kind switch
        {
            GuessingKind.Record => reports.Where(r => r.Ref == record),
            GuessingKind.Number or GuessingKind.Imports => reports.Where(r => r.NumberKey == number),
            GuessingKind.Account => reports.Where(r => r.Account == account),
        };
    }
}
