using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Authentication.Run;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Authentication.Decisions;

/// <summary>Takes an officer's decision in: kept with the record, to be taken over by its unit.</summary>
internal sealed class ReceiveDecision(PlatformDb db, JobDesk desk, TimeProvider time) : IBorderHandler<DecisionMade, Receipt>
{
    /// <inheritdoc/>
    public async Task<Receipt> Answer(BorderCall call, DecisionMade message, CancellationToken stop)
    {
        var record = await db.Set<VaccinationRecord>().AsNoTracking().FirstOrDefaultAsync(record => record.Ref == message.Ref, stop)
            ?? throw NoSuchRecord();
        var isVoid = record.Version > message.Version;
        var isDone = message.Kind == DecisionKind.RegisterCorrected;

        // A later word on the same record takes the place of an earlier one.
        await db.Set<RecordDecision>().Where(earlier => earlier.RecordId == record.Id && earlier.State == DecisionState.Open)
            .ExecuteUpdateAsync(row => row.SetProperty(earlier => earlier.State, DecisionState.Void), stop);
        db.Add(new RecordDecision
        {
            CaseId = message.CaseId,
            RecordId = record.Id,
            UnitId = record.UnitId,
            Version = message.Version,
            Kind = message.Kind,
            FullName = message.FullName,
            Sex = message.Sex,
            DateOfBirth = message.DateOfBirth,
            IdNumber = message.IdNumber,
            Note = message.Note,
            DecidedBy = message.DecidedBy,
            DecidedAt = message.DecidedAt,
            CameAt = time.GetUtcNow(),
            State = isVoid ? DecisionState.Void : isDone ? DecisionState.Done : DecisionState.Open,
        });
        await db.Save(new Act(Actor.House, time.GetUtcNow(), "decision.receive", $"record:{record.Ref}"), stop);
        if (isDone && !isVoid) await AskAgain.For(db, desk, [record.Ref], call.MessageId, time, stop);
        return new Receipt();
    }

    private static BorderRefusedException NoSuchRecord() => new(
        "record.not_there", "Bên y tế không có hồ sơ mang mã này.", "The health side has no record of this reference.");
}

/// <summary>Has records authenticated again whose person changed in the register.</summary>
internal sealed class ReceiveAgain(PlatformDb db, JobDesk desk, TimeProvider time) : IBorderHandler<RecordsToAuthenticateAgain, Receipt>
{
    /// <inheritdoc/>
    public async Task<Receipt> Answer(BorderCall call, RecordsToAuthenticateAgain message, CancellationToken stop)
    {
        await AskAgain.For(db, desk, [.. message.Refs.Distinct(StringComparer.Ordinal)], call.MessageId, time, stop);
        return new Receipt();
    }
}

/// <summary>Asks for a small run of each unit whose records are named.</summary>
internal static class AskAgain
{
    public static async Task For(
        PlatformDb db, JobDesk desk, string[] refs, Guid cause, TimeProvider time, CancellationToken stop)
    {
        var units = await db.Set<VaccinationRecord>().Where(record => refs.Contains(record.Ref))
            .GroupBy(record => record.UnitId).Select(group => group.Key).ToArrayAsync(stop);
        foreach (var unit in units)
        {
            var act = new Act(Actor.House, time.GetUtcNow(), "run.ask", $"message:{cause}");
            await desk.Ask<AuthenticateRun>(new RunInput([unit], RunScope.Named, refs), unit, $"message:{cause}", act, stop);
        }
    }
}
