using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses.Same;

/// <summary>
/// Joins what is one, by two people: one proposes which stands and why, a second confirms. Nothing is deleted: the other dose
/// points at the one that stands, the other record at the one that has its doses, and what was moved is kept for a split.
/// </summary>
internal sealed class JoinSame(PlatformDb db, FindSame find, TimeProvider time)
{
    public async Task<Result<SamePair>> Propose(long pairId, long standsId, string? reason, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindPair(pairId, me, stop)).TryGet(out var pair, out var refusal)) return refusal;
        if (!pair.MayBeProposed) return SameRefusals.WrongStep;
        if (standsId != pair.FirstId && standsId != pair.SecondId) return SameRefusals.NoChoice;
        if (string.IsNullOrWhiteSpace(reason)) return SameRefusals.NoReason;
        if (await Seen(pair, stop) is not { } seen) return SameRefusals.Changed;
        (pair.StandsId, pair.Seen, pair.ProposedBy) = (standsId, seen, me.Name);
        if (pair.Kind == SameKind.Doses && await IsOfSession(pair.GoesId, stop) && !await IsOfSession(pair.StandsId, stop)) return SameRefusals.SessionStands;
        return await Save(pair, SameState.Proposed, SameAct.Proposed, reason, me.NewAct(time, "same.propose", $"pair:{pair.Id}", reason.Trim()), stop);
    }

    /// <summary>Joins what somebody else has proposed.</summary>
    public async Task<Result<SamePair>> Confirm(long pairId, string? reason, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindPair(pairId, me, stop)).TryGet(out var pair, out var refusal)) return refusal;
        if (pair.State != SameState.Proposed) return SameRefusals.WrongStep;
        if (pair.ProposedBy.Equals(me.Name, StringComparison.Ordinal)) return SameRefusals.OwnProposal;
        if (!await db.WorksForBoth(pair, me, stop)) return SameRefusals.OfTwoUnits;
        if (!pair.Seen.Equals(await Seen(pair, stop), StringComparison.Ordinal)) return SameRefusals.Changed;

        await using var all = await db.Database.BeginTransactionAsync(stop);
        pair.JoinedAt = time.GetUtcNow();
        if (await Join(pair, stop) is { } moved) return moved;
        var saved = await Save(pair, SameState.Joined, SameAct.Confirmed, reason, me.NewAct(time, "same.confirm", $"pair:{pair.Id}", reason?.Trim() ?? ""), stop);
        if (saved.Refusal is null) await all.CommitAsync(stop);
        return saved;
    }

    /// <summary>Does not agree with a proposal, or takes the own one back.</summary>
    public async Task<Result<SamePair>> Refuse(long pairId, string? reason, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindPair(pairId, me, stop)).TryGet(out var pair, out var refusal)) return refusal;
        if (pair.State != SameState.Proposed) return SameRefusals.WrongStep;
        if (string.IsNullOrWhiteSpace(reason)) return SameRefusals.NoReason;
        return await Save(pair, SameState.Open, SameAct.Refused, reason, me.NewAct(time, "same.refuse", $"pair:{pair.Id}", reason.Trim()), stop);
    }

    /// <summary>Says that they are two.</summary>
    public async Task<Result<SamePair>> Differ(long pairId, string? reason, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindPair(pairId, me, stop)).TryGet(out var pair, out var refusal)) return refusal;
        if (pair.State != SameState.Open) return SameRefusals.WrongStep;
        return await Save(pair, SameState.Different, SameAct.Different, reason, me.NewAct(time, "same.different", $"pair:{pair.Id}", reason?.Trim() ?? ""), stop);
    }

    private Task<bool> IsOfSession(long doseId, CancellationToken stop) =>
        db.Set<Dose>().AnyAsync(dose => dose.Id == doseId && dose.Origin == DoseOrigin.Session, stop);

    // What both are now; none where one of them counts no more.
    private async Task<string?> Seen(SamePair pair, CancellationToken stop)
    {
        var (first, second) = (pair.FirstId, pair.SecondId);
        if (pair.Kind == SameKind.Doses)
        {
            var doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.Id == first || dose.Id == second).OrderBy(dose => dose.Id).ToListAsync(stop);
            return doses.TrueForAll(dose => dose.State == DoseState.Valid) && doses[0].RecordId == doses[1].RecordId
                ? string.Join(' ', doses.Select(dose => $"{dose.Id}.{dose.Version}"))
                : null;
        }

        var records = await db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.Id == first || record.Id == second).OrderBy(record => record.Id).ToListAsync(stop);
        if (records.Exists(record => record.JoinedIntoId is not null)) return null;
        var all = await db.Set<Dose>().AsNoTracking().Where(dose => dose.RecordId == first || dose.RecordId == second).OrderBy(dose => dose.Id).ToListAsync(stop);
        return string.Join(' ', records.Select(record => $"r{record.Version}").Concat(all.Select(dose => $"{dose.Id}.{dose.Version}")));
    }

    private async Task<Refusal?> Join(SamePair pair, CancellationToken stop)
    {
        try
        {
            if (pair.Kind == SameKind.Doses)
            {
                await JoinDoses(pair, stop);
                return null;
            }

            await JoinRecords(pair, stop);
            await db.SaveChangesAsync(stop);

            // What stands on one record now may stand there twice in other ways.
            await find.On([pair.StandsId], unlike: [], stop);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return SameRefusals.Moved;
        }
    }

    private async Task JoinDoses(SamePair pair, CancellationToken stop)
    {
        var goes = await db.Set<Dose>().FirstAsync(dose => dose.Id == pair.GoesId, stop);
        Join(pair, goes, pair.StandsId, goes.RecordId);
    }

    private async Task JoinRecords(SamePair pair, CancellationToken stop)
    {
        var (goesId, standsId) = (pair.GoesId, pair.StandsId);
        var record = await db.Set<VaccinationRecord>().FirstAsync(record => record.Id == goesId, stop);
        var standing = await db.Set<Dose>().Where(dose => dose.RecordId == standsId && dose.State == DoseState.Valid).OrderBy(dose => dose.Id).ToListAsync(stop);
        var moving = await db.Set<Dose>().Where(dose => dose.RecordId == goesId).OrderBy(dose => dose.Id).ToListAsync(stop);
        foreach (var dose in moving)
        {
            dose.RecordId = standsId;
            var same = dose.State == DoseState.Valid ? standing.Find(other => FindSame.AreSame(dose, other)) : null;
            if (same is null)
            {
                dose.Version++;
                db.Add(new SameMove { PairId = pair.Id, Kind = MovedKind.Dose, ItemId = dose.Id, FromRecordId = goesId });
                continue;
            }

            standing.Remove(same);

            // What was entered at a session stands, on whichever record it was.
            if (dose.Origin == DoseOrigin.Session && same.Origin != DoseOrigin.Session)
            {
                dose.Version++;
                db.Add(new SameMove { PairId = pair.Id, Kind = MovedKind.Dose, ItemId = dose.Id, FromRecordId = goesId });
                Join(pair, same, dose.Id, standsId);
            }
            else
            {
                Join(pair, dose, same.Id, goesId);
            }
        }

        foreach (var person in await db.Set<ListedPerson>().Where(person => person.RecordId == goesId).ToListAsync(stop))
        {
            person.RecordId = standsId;
            db.Add(new SameMove { PairId = pair.Id, Kind = MovedKind.ListedPerson, ItemId = person.Id, FromRecordId = goesId });
        }

        record.JoinedIntoId = standsId;
    }

    private void Join(SamePair pair, Dose goes, long standsId, long fromRecordId)
    {
        (goes.State, goes.JoinedWithId, goes.Version) = (DoseState.Joined, standsId, goes.Version + 1);
        db.Add(new SameMove { PairId = pair.Id, Kind = MovedKind.Dose, ItemId = goes.Id, FromRecordId = fromRecordId, IsJoined = true });
    }

    private async Task<Result<SamePair>> Save(SamePair pair, SameState state, SameAct did, string? reason, Act act, CancellationToken stop)
    {
        pair.MoveTo(state);
        db.Add(new SameEvent
        {
            PairId = pair.Id,
            Act = did,
            StandsId = pair.StandsId,
            By = act.By.Name,
            UnitCode = act.By.UnitCode,
            At = act.At,
            Reason = reason?.Trim() ?? "",
        });
        return await db.SaveMoved(pair, act, stop);
    }
}
