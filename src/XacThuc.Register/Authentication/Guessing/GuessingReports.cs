using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>Tells a person that somebody was stopped: the first time with a report, every time in the audit.</summary>
internal sealed class GuessingReports(IServiceScopeFactory scopes, GuessingLimits limits)
{
    private const int LongestNumber = 24;

    public async Task Report(GuessingKind kind, GuessingSubject subject, Actor by, DateTimeOffset at, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Report(scope.ServiceProvider.GetRequiredService<RegisterDb>(), kind, subject, 1, new Act(by, at, "", ""), stop);
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
        if (limits.IsFirstReport(kind, subject))
        {
            var number = subject.Number.Length > LongestNumber ? subject.Number[..LongestNumber] : subject.Number;
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
        else
        {
            await Same(db, kind, subject, act.At.AddDays(-1)).ExecuteUpdateAsync(
                row => row.SetProperty(r => r.Refused, r => r.Refused + times), stop);
        }

        var (name, reason) = kind == GuessingKind.Imports ? ("record.many", "") : ("record.stop", GuessingRules.Of(kind).Code);
        await db.Save(act with { Kind = name, Subject = $"record:{subject.Ref}", Reason = times == 1 ? reason : $"{reason} {times}".Trim() }, stop);
    }

    // The report of the same stop that stands already, of the last day.
    private static IQueryable<GuessingReport> Same(RegisterDb db, GuessingKind kind, GuessingSubject subject, DateTimeOffset since)
    {
        var (account, unit, record, number) = (subject.Account, subject.UnitCode, subject.Ref, subject.NumberKey);
        var reports = db.Set<GuessingReport>().Where(r => r.Kind == kind && r.At > since && r.UnitCode == unit);
        return kind switch
        {
            GuessingKind.Record => reports.Where(r => r.Ref == record),
            GuessingKind.Number or GuessingKind.Imports => reports.Where(r => r.NumberKey == number),
            GuessingKind.Account => reports.Where(r => r.Account == account),
        };
    }
}
