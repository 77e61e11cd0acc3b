using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses.Same;

/// <summary>Splits what was joined, with a reason: what the join has moved goes back to where it was.</summary>
internal sealed class SplitSame(PlatformDb db, TimeProvider time)
{
    public async Task<Result<SamePair>> Run(long pairId, string? reason, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindPair(pairId, me, stop)).TryGet(out var pair, out var refusal)) return refusal;
        if (pair.State != SameState.Joined) return SameRefusals.WrongStep;
        if (string.IsNullOrWhiteSpace(reason)) return SameRefusals.NoReason;
        if (!await db.WorksForBoth(pair, me, stop)) return SameRefusals.OfTwoUnits;
        var moves = await db.Set<SameMove>().Where(move => move.PairId == pairId).ToListAsync(stop);
        if (await HasLaterJoin(pair, moves, stop)) return SameRefusals.LaterJoin;

        await PutBackDoses([.. moves.Where(move => move.Kind == MovedKind.Dose)], stop);
        await PutBackPeople(pair, [.. moves.Where(move => move.Kind == MovedKind.ListedPerson)], stop);
        if (pair.Kind == SameKind.Records)
        {
            var goesId = pair.GoesId;
            (await db.Set<VaccinationRecord>().FirstAsync(record => record.Id == goesId, stop)).JoinedIntoId = null;
        }

        db.RemoveRange(moves);
        pair.JoinedAt = null;
        pair.MoveTo(SameState.Split);
        var act = me.NewAct(time, "same.split", $"pair:{pair.Id}", reason.Trim());
        db.Add(new SameEvent { PairId = pair.Id, Act = SameAct.Split, StandsId = pair.StandsId, By = me.Name, UnitCode = me.UnitCode, At = act.At, Reason = reason.Trim() });
        return await db.SaveMoved(pair, act, stop);
    }

    private async Task<bool> HasLaterJoin(SamePair pair, List<SameMove> moves, CancellationToken stop)
    {
        var (standsId, joinedAt, id) = (pair.StandsId, pair.JoinedAt, pair.Id);
        if (pair.Kind == SameKind.Records && await db.Set<VaccinationRecord>().AnyAsync(record => record.Id == standsId && record.JoinedIntoId != null, stop)) return true;
        long[] doses = [.. moves.Where(move => move.Kind == MovedKind.Dose).Select(move => move.ItemId), .. pair.Kind == SameKind.Doses ? [standsId] : Array.Empty<long>()];
        return await db.Set<SamePair>().AnyAsync(later => later.Id != id && later.State == SameState.Joined && later.JoinedAt > joinedAt
            && ((later.Kind == SameKind.Doses && (doses.Contains(later.FirstId) || doses.Contains(later.SecondId)))
                || db.Set<SameMove>().Any(move => move.PairId == later.Id && move.Kind == MovedKind.Dose && doses.Contains(move.ItemId))), stop);
    }

    private async Task PutBackDoses(List<SameMove> moves, CancellationToken stop)
    {
        var ids = moves.ConvertAll(move => move.ItemId).ToArray();
        var doses = await db.Set<Dose>().Where(dose => EF.Parameter(ids).Contains(dose.Id)).ToDictionaryAsync(dose => dose.Id, stop);
        foreach (var move in moves)
        {
            var dose = doses[move.ItemId];
            (dose.RecordId, dose.Version) = (move.FromRecordId, dose.Version + 1);

            // One that was withdrawn since stays withdrawn.
            if (move.IsJoined && dose.State == DoseState.Joined) (dose.State, dose.JoinedWithId) = (DoseState.Valid, null);
        }
    }

    private async Task PutBackPeople(SamePair pair, List<SameMove> moves, CancellationToken stop)
    {
        var (ids, standsId) = (moves.ConvertAll(move => move.ItemId).ToArray(), pair.StandsId);
        foreach (var person in await db.Set<ListedPerson>().Where(person => EF.Parameter(ids).Contains(person.Id) && person.RecordId == standsId).ToListAsync(stop))
            person.RecordId = pair.GoesId;
    }
}
