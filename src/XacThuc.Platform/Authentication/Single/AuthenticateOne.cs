using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Authentication.Run;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Authentication.Single;

/// <summary>Authenticates one record while somebody waits; where the other house is away, as soon as it is back.</summary>
internal sealed class AuthenticateOne(PlatformDb db, BorderClient border, JobDesk desk, TimeProvider time)
{
    /// <summary>Asks about the record as it is now, and keeps the answer.</summary>
    /// <returns>What it came to; none where it will be asked about later.</returns>
    public async Task<Result<Outcome?>> Run(long recordId, SignedIn me, CancellationToken stop) =>
        await Run(await db.Set<VaccinationRecord>().AsNoTracking().FirstAsync(record => record.Id == recordId, stop), me, stop);

    /// <summary>Asks about a record as it was just kept, and keeps the answer.</summary>
    /// <returns>What it came to; none where it will be asked about later.</returns>
    public Task<Result<Outcome?>> Run(VaccinationRecord record, SignedIn me, CancellationToken stop) => Run(record, me.Actor, stop);

    /// <summary>Asks about a record as it was just kept, and keeps the answer.</summary>
    /// <returns>What it came to; none where it will be asked about later.</returns>
    public async Task<Result<Outcome?>> Run(VaccinationRecord record, Actor by, CancellationToken stop)
    {
        var row = new WrittenRow(
            record.Ref, record.Version, record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode);
        var answer = await border.Ask<AuthenticateRecord, RowVerdict>(
            new AuthenticateRecord(by.UnitCode, by.Name, row), Guid.CreateVersion7(), stop);
        var (verdict, refusal) = answer.Match<(RowVerdict? Verdict, Refusal? Refusal)>(
            verdict => (verdict, null),
            (code, sentence) => (null, Refusal.Conflicting(code, sentence.Vi, sentence.En)),
            _ => (null, null));
        if (refusal is not null) return refusal;
        if (verdict is null) return await AskLater(record, by, stop);
        if (!ReadVerdict.TryRead(verdict, out var read)) return RunRefusals.NoAnswerToThis;

        await Store(record, read, by, stop);
        return read.Outcome;
    }

    private async Task<Result<Outcome?>> AskLater(VaccinationRecord record, Actor by, CancellationToken stop)
    {
        await desk.Ask<AuthenticateRun>(
            new RunInput([record.UnitId], RunScope.Named, [record.Ref]), record.UnitId, $"record:{record.Ref}:{record.Version}",
            new Act(by, time.GetUtcNow(), "run.ask", $"record:{record.Ref}"), stop);
        return (Outcome?)null;
    }

    private async Task Store(VaccinationRecord record, ReadVerdict read, Actor by, CancellationToken stop)
    {
        var (id, version, now, outcome) = (record.Id, record.Version, time.GetUtcNow(), read.Outcome);
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Set<VaccinationRecord>().Where(row => row.Id == id && row.Version == version).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Status, outcome.Status).SetProperty(r => r.NameVerdict, outcome.Name)
                .SetProperty(r => r.SexVerdict, outcome.Sex).SetProperty(r => r.DateVerdict, outcome.Date)
                .SetProperty(r => r.NumberVerdict, outcome.Number).SetProperty(r => r.Reasons, read.Reasons)
                .SetProperty(r => r.AuthenticatedAt, now).SetProperty(r => r.AuthenticatedVersion, version),
            stop);
        db.Add(new SingleResult
        {
            RecordId = id,
            Version = version,
            Outcome = outcome.Packed,
            Reasons = read.Reasons,
            At = now,
            By = by.Name,
        });
        await db.Save(new Act(by, now, "record.authenticate", $"record:{record.Ref}"), stop);
        await transaction.CommitAsync(stop);
    }
}
