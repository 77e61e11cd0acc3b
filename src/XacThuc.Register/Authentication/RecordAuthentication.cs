using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Register.Authentication.Answers;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Cases.Open;
using XacThuc.Register.Population.Index;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;

namespace XacThuc.Register.Authentication;

/// <summary>
/// Authenticates one record while somebody waits. The answer goes out when it is in the books, together with the answers of
/// others: how long that takes tells nothing of the register.
/// </summary>
internal sealed class RecordAuthentication(RegisterIndex index, GuessingLimits limits, GuessingReports reports, AnswerBook book, HouseSettings settings, TimeProvider time)
{
    /// <summary>Authenticates.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="row">The record.</param>
    /// <param name="opensCases">Whether a wrong record goes to the commune police: one of a health unit does.</param>
    /// <param name="stop">Ends it.</param>
    public async ValueTask<Result<Comparison>> Run(Actor by, WrittenRow row, bool opensCases, CancellationToken stop)
    {
        var at = time.GetUtcNow();
        var subject = new GuessingSubject(by.UnitCode, by.Name, row) { IsProgram = !opensCases };
        var stopped = limits.StopOf(subject, at);
        if (stopped is { } kind && !await reports.WasAnswered(subject, stop))
        {
            await reports.Report(kind, subject, by, at, stop);
            return GuessingRules.Of(kind);
        }

        Comparison compared;
        using (var lease = await index.Rent(stop))
            compared = lease.Authenticator.Authenticate(new WrittenRecord(row.FullName, row.Sex, row.DateOfBirth, row.IdNumber, row.CommuneCode));
        if (!settings.KeepsAnswers) return compared;
        var tried = stopped is null && GuessingRules.TellsSomething(compared) ? limits.Count(subject, at) : null;
        var act = new Act(by, at, "record.authenticate", $"record:{row.Ref}");
        var isMatched = compared.Status == RecordStatus.Matched;
        await book.Keep(
            new Answered(
                act, tried, opensCases && !isMatched ? new WrongRow(row, compared) : null, by.UnitCode,
                opensCases && isMatched ? row.Ref : null),
            stop);
        return compared;
    }
}
