using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>Tells a person that somebody was stopped: the first time with a report, every time in the audit.</summary>
internal sealed class GuessingReports(IServiceScopeFactory scopes, GuessingLimits limits)
{
    public async Task Report(GuessingKind kind, GuessingSubject subject, Actor by, DateTimeOffset at, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Report(scope.ServiceProvider.GetRequiredService<RegisterDb>(), kind, subject, new Act(by, at, "", ""), stop);
    }

    /// <summary>The same in a transaction that is open.</summary>
    public async Task Report(RegisterDb db, GuessingKind kind, GuessingSubject subject, Act act, CancellationToken stop)
    {
        if (limits.IsFirstReport(kind, subject))
        {
            db.Add(new GuessingReport
            {
                At = act.At,
                Kind = kind,
                Account = subject.Account,
                UnitCode = subject.UnitCode,
                Ref = subject.Ref,
                Refused = 1,
            });
        }
        else
        {
            var (account, unit, record, since) = (subject.Account, subject.UnitCode, subject.Ref, act.At.AddDays(-1));
            await db.Set<GuessingReport>()
                .Where(r => r.Kind == kind && r.At > since && r.UnitCode == unit
                    && (kind == GuessingKind.Number || kind == GuessingKind.Record && r.Ref == record || kind == GuessingKind.Account && r.Account == account))
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.Refused, r => r.Refused + 1), stop);
        }

        await db.Save(act with { Kind = "record.stop", Subject = $"record:{subject.Ref}", Reason = GuessingRules.Of(kind).Code }, stop);
    }
}
