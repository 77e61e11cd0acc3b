using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>Records a report whose sender is known: the hours begin, it goes to its unit, the citizen is told until when.</summary>
internal sealed class RecordReport(PlatformDb db, RouteCase route, FeedbackWords words)
{
    /// <summary>Records it within the caller's transaction.</summary>
    /// <returns>Whether it was; not where somebody was first.</returns>
    public async Task<bool> Run(FeedbackCase one, Citizen? citizen, DateTimeOffset now, CancellationToken stop)
    {
        var read = CheckReport.ReadCase(one, Shown.Day(now));
        if (citizen is { Records: [var only] } && one.RecordId is null)
            one.RecordId = await OwnRecord(only, read, stop);
        await route.Run(one, read, stop);
        one.StartClock(now);
        var act = new Act(PortalRegistration.Citizen, now, "feedback.record", $"feedback:{one.Ref}");
        db.Add(CaseStep.Of(one, CaseStepKind.Recorded, act));
        words.Tell(db, one, now);
        return await db.SaveFirst(act, stop);
    }

    // Somebody who is signed in may report for another of the family: the record is theirs only where it is like what they wrote.
    private async Task<long?> OwnRecord(string reference, ReadFields read, CancellationToken stop)
    {
        var (digits, name, born) = (read.Digits, read.NameText.Search, (int)read.Born.Packed);
        return await db.Set<VaccinationRecord>()
            .Where(record => record.Ref == reference && ((digits != "" && record.Digits == digits) || record.NameSearch == name || (born != 0 && record.BornOn == born)))
            .Select(record => (long?)record.Id).FirstOrDefaultAsync(stop);
    }
}
