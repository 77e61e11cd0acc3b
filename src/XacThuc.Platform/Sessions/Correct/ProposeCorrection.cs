using System.Globalization;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Correct;

/// <summary>A correction as it is asked for.</summary>
/// <param name="Kind">What was wrong.</param>
/// <param name="Number">The person's number at the session; none where all doses are meant.</param>
/// <param name="FromLot">Which lot of the session, where all its doses are meant.</param>
/// <param name="To">The right lot's key, day's number, dose number or person's number.</param>
/// <param name="Reason">Why.</param>
internal sealed record CorrectionWanted(CorrectionKind Kind, int? Number, long FromLot, long To, string Reason);

/// <summary>Proposes to put a mistake of a closed session right; nothing changes before a second person confirms.</summary>
internal sealed class ProposeCorrection(PlatformDb db, TimeProvider time)
{
    private const int LongestReason = 300;

    public async Task<Result<SessionCorrection>> Run(long sessionId, CorrectionWanted wanted, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (session.State is not (SessionState.Closed or SessionState.Signed)) return CorrectionRefusals.StillOpen;
        var reason = Said.Of(wanted.Reason, LongestReason);
        if (reason.Length == 0) return CorrectionRefusals.NoReason;
        if (!(await Ends(session, wanted, stop)).TryGet(out var ends, out refusal)) return refusal;
        if (ends.From == ends.To) return CorrectionRefusals.NothingNew;

        var correction = new SessionCorrection
        {
            SessionId = sessionId,
            Kind = wanted.Kind,
            Number = wanted.Kind == CorrectionKind.Day ? null : wanted.Number,
            From = ends.From,
            To = ends.To,
            FromWords = ends.FromWords,
            ToWords = ends.ToWords,
            Reason = reason,
            ProposedBy = me.Name,
            ProposedAt = time.GetUtcNow(),
        };
        db.Add(correction);
        await db.Save(me.NewAct(time, "day.propose", $"day:{session.Code}", correction.Reason), stop);
        return correction;
    }

    private async Task<Result<Ends>> Ends(VaccinationSession session, CorrectionWanted wanted, CancellationToken stop)
    {
        if (wanted.Kind == CorrectionKind.Day) return DayEnds(session, wanted.To);
        if (wanted.Kind == CorrectionKind.Lot && wanted.Number is null) return await LotEnds(session, wanted.FromLot, wanted.To, stop);
        if (wanted.Number is not { } number || await db.FindDose(session.Id, number, stop) is not { } dose) return CorrectionRefusals.NoDose;
        return wanted.Kind switch
        {
            CorrectionKind.Lot => await LotEnds(session, await LotOf(session, dose, stop), wanted.To, stop),
            CorrectionKind.DoseNumber when wanted.To is < 1 or > 9 => CorrectionRefusals.WrongNumber,
            CorrectionKind.DoseNumber => Of(dose.Number, (int)wanted.To),
            CorrectionKind.NotGiven => new Ends(number, 0, Words(number), ""),
            CorrectionKind.Person => await db.FindUnvaccinated(session.Id, wanted.To, stop) is null ? CorrectionRefusals.NoPerson : Of(number, (int)wanted.To),
            _ => CorrectionRefusals.NoDose,
        };
    }

    private Result<Ends> DayEnds(VaccinationSession session, long to)
    {
        var licensed = VaccineCatalogue.Standard.Find(ProductCode.Parse(session.Product))?.From ?? DateOnly.MinValue;
        if (to < licensed.DayNumber || to > Shown.Day(time.GetUtcNow()).DayNumber) return CorrectionRefusals.WrongDay;
        return new Ends(session.Day.DayNumber, to, Shown.Date(session.Day), Shown.Date(DateOnly.FromDayNumber((int)to)));
    }

    private async Task<Result<Ends>> LotEnds(VaccinationSession session, long from, long to, CancellationToken stop)
    {
        if ((await db.BroughtTo(session.Id, stop)).Find(lot => lot.Lot.Id == from) is not { Brought.Used: > 0 } wrong) return CorrectionRefusals.NoDose;
        if (await db.Set<Lot>().AsNoTracking().FirstOrDefaultAsync(lot => lot.Id == to && lot.UnitId == session.UnitId, stop) is not { } right) return CorrectionRefusals.NoLot;
        return new Ends(from, to, WordsOf(wrong.Lot), WordsOf(right));
    }

    private async Task<long> LotOf(VaccinationSession session, Dose dose, CancellationToken stop) =>
        (await db.BroughtTo(session.Id, stop)).Find(lot => lot.Lot.IsOf(dose))?.Lot.Id ?? 0;

    private static string WordsOf(Lot lot) => $"{lot.Number} ({VaccineCatalogue.NameOf(lot.Product)})";

    private static Ends Of(int from, int to) => new(from, to, Words(from), Words(to));

    private static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What stands and what should stand, as keys and in words.</summary>
internal sealed record Ends(long From, long To, string FromWords, string ToWords);
