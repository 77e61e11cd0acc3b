using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Sessions.Cards;
using XacThuc.Platform.Sessions.Invite;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Shell;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Sessions.Plan;

/// <summary>What a unit wants of a session, or of the same one on several days.</summary>
/// <param name="Place">Where.</param>
/// <param name="Day">When; a day that is over only with a reason.</param>
/// <param name="Days">On how many days in a row at most: as many as it takes to invite everybody.</param>
/// <param name="Opens">From, in minutes from midnight.</param>
/// <param name="Closes">Until, likewise.</param>
/// <param name="Teams">Teams at once.</param>
/// <param name="PeopleAnHour">People a team vaccinates in an hour.</param>
/// <param name="Product">The product's code.</param>
/// <param name="WithCards">The police issue cards there too.</param>
/// <param name="LateReason">Why a day that is over is entered now.</param>
/// <param name="Lists">The approved lists whose people are invited, in this order.</param>
internal sealed record SessionPlan(
    string Place, DateOnly Day, int Days, int Opens, int Closes, int Teams, int PeopleAnHour, string Product, bool WithCards, string LateReason,
    IReadOnlyList<long> Lists);

/// <summary>What became of a plan.</summary>
/// <param name="Sessions">The sessions, one a day.</param>
/// <param name="Invited">People invited.</param>
/// <param name="NotDue">People left out since a rule of the schedule refuses the dose on those days.</param>
/// <param name="Left">People for whom there was no room.</param>
internal sealed record Planned(IReadOnlyList<VaccinationSession> Sessions, int Invited, int NotDue, int Left);

/// <summary>
/// Plans sessions and invites the verified people of approved lists to them: those who live together come together, each at
/// a quarter of an hour. Whoever is invited elsewhere, or may not have the dose on that day, is left out.
/// </summary>
internal sealed class PlanSession(PlatformDb db, InvitePeople invite, CardAnswers cards, TimeProvider time)
{
    private const int MostDays = 31;

    private static readonly BulkTable<Booking> Bookings = new(SessionsTables.Bookings,
        new("SessionId", NpgsqlDbType.Bigint, b => b.SessionId), new("PersonId", NpgsqlDbType.Bigint, b => b.PersonId),
        new("Number", NpgsqlDbType.Integer, b => b.Number), new("SlotAt", NpgsqlDbType.Integer, b => b.SlotAt),
        new("State", NpgsqlDbType.Integer, b => (int)b.State), new("Version", NpgsqlDbType.Integer, b => b.Version),
        new("ScreenedBy", NpgsqlDbType.Text, b => b.ScreenedBy), new("ScreeningNote", NpgsqlDbType.Text, b => b.ScreeningNote),
        new("ObservationNote", NpgsqlDbType.Text, b => b.ObservationNote));

    public async Task<Result<Planned>> Run(SessionPlan plan, SignedIn me, CancellationToken stop)
    {
        if (!SessionsAccess.MayVaccinate(me.Role)) return SessionsRefusals.NotYours;
        if (Refuse(plan) is { } refusal) return refusal;
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == me.UnitId, stop);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var waiting = await Waiting(plan, me, stop);
        var sessions = new List<VaccinationSession>();
        var invited = 0;
        for (var day = plan.Day; day < plan.Day.AddDays(plan.Days); day = day.AddDays(1))
        {
            var session = await Draft(plan, day, unit, me, stop);
            if (plan.WithCards && session.LateReason.Length == 0) await AnswerCards(session, me, stop);
            var chosen = waiting.Where(one => one.IsDue(session)).Take(session.Capacity).ToList();
            if (chosen.Count == 0 && sessions.Count > 0) continue;
            if (await FindClash(plan, day, me, stop) is { } clash) return SessionsRefusals.Clash(clash.Code);
            if (!await Add(session, chosen, me, stop)) return SessionsRefusals.Moved;
            sessions.Add(session);
            waiting = [.. waiting.Except(chosen)];
            invited += chosen.Count;
        }

        if (!await TellPolice(sessions, me, stop)) return SessionsRefusals.Moved;
        await all.CommitAsync(stop);
        var notDue = waiting.Count(one => !one.IsDue(sessions[^1]));
        return new Planned(sessions, invited, notDue, waiting.Count - notDue);
    }

    // A session with cards on a day on which the police can come answers their request.
    private async Task AnswerCards(VaccinationSession session, SignedIn me, CancellationToken stop)
    {
        if (await cards.FindFor(session.Day, me, stop) is not { } request) return;
        (session.CardRequestId, request.StationId) = (request.Id, me.UnitId);
    }

    private async Task<bool> TellPolice(List<VaccinationSession> sessions, SignedIn me, CancellationToken stop)
    {
        foreach (var id in sessions.Select(session => session.CardRequestId).OfType<long>().Distinct())
        {
            var request = await cards.Tell(id, stop);
            if (!await db.SaveFirst(me.NewAct(time, "cards.answer", $"cards:{request.Code}"), stop)) return false;
        }

        return true;
    }

    private Refusal? Refuse(SessionPlan plan)
    {
        if (plan.Place.Trim().Length == 0) return SessionsRefusals.NoPlace;
        if (plan.Day < Shown.Day(time.GetUtcNow()) && plan.LateReason.Trim().Length == 0) return SessionsRefusals.DayPassed;
        if (plan.Days is < 1 or > MostDays) return SessionsRefusals.TooManyDays;
        if (plan.Opens < 0 || plan.Closes > 24 * 60 || plan.Closes <= plan.Opens || plan.Teams < 1 || plan.PeopleAnHour < 1) return SessionsRefusals.Hours;
        return ProductCode.TryParse(plan.Product, null, out var code) && VaccineCatalogue.Standard.Find(code) is { } product
            && plan.Day >= product.From && plan.Day <= (product.To ?? DateOnly.MaxValue)
            ? null
            : SessionsRefusals.NoProduct;
    }

    private Task<VaccinationSession?> FindClash(SessionPlan plan, DateOnly day, SignedIn me, CancellationToken stop)
    {
        var place = plan.Place.Trim();
        return db.Set<VaccinationSession>().Where(other => other.UnitId == me.UnitId && other.Day == day && other.Place == place
            && other.State != SessionState.Cancelled && other.Opens < plan.Closes && plan.Opens < other.Closes).FirstOrDefaultAsync(stop);
    }

    private async Task<VaccinationSession> Draft(SessionPlan plan, DateOnly day, Unit unit, SignedIn me, CancellationToken stop)
    {
        return new VaccinationSession
        {
            Code = await db.Set<VaccinationSession>().Select(session => session.Code).NextOf($"BT-{unit.Code}", day, stop),
            UnitId = unit.Id,
            Place = plan.Place.Trim(),
            Day = day,
            Opens = plan.Opens,
            Closes = plan.Closes,
            Teams = plan.Teams,
            PeopleAnHour = plan.PeopleAnHour,
            Product = plan.Product,
            WithCards = plan.WithCards,
            LateReason = day < Shown.Day(time.GetUtcNow()) ? plan.LateReason.Trim() : "",
            State = SessionState.Planned,
            PlannedBy = me.Name,
            PlannedAt = time.GetUtcNow(),
        };
    }

    private async Task<bool> Add(VaccinationSession session, List<WaitingPerson> chosen, SignedIn me, CancellationToken stop)
    {
        db.Add(session);

        // Somebody else may just have taken the number, or invited one of these people.
        if (!await db.SaveFirst(me.NewAct(time, "day.plan", $"day:{session.Code}", session.LateReason), stop)) return false;
        try
        {
            var invited = chosen.Select((one, place) => (Booking: BookingOf(session, one.Person, place), one.Person)).ToList();
            await Bookings.Insert(db.RawWay(), invited.ConvertAll(pair => pair.Booking), stop);
            await invite.Run(session, invited, stop);
            return true;
        }
        catch (DbException problem) when (HouseDb.IsTwice(problem))
        {
            return false;
        }
    }

    private async Task<List<WaitingPerson>> Waiting(SessionPlan plan, SignedIn me, CancellationToken stop)
    {
        var waiting = new List<WaitingPerson>();
        foreach (var list in await InvitableLists(me, plan.Lists, stop))
        {
            var people = await WaitingPeople(db, list.Id).OrderBy(person => person.Hamlet).ThenBy(person => person.NameSort).ThenBy(person => person.Id).ToListAsync(stop);
            var given = await DosesOf(people, stop);
            waiting.AddRange(people.Select(person => new WaitingPerson(person, list.Dose, given[person.RecordId ?? 0])));
        }

        return waiting;
    }

    private async Task<List<SurveyList>> InvitableLists(SignedIn me, IReadOnlyList<long> listIds, CancellationToken stop)
    {
        var lists = await InvitableLists(db, me).Where(list => listIds.Contains(list.Id)).ToListAsync(stop);
        return [.. lists.OrderBy(list => listIds.ToList().IndexOf(list.Id))];
    }

    /// <summary>Approved lists whose people a unit invites: its own and those of its commune's committee.</summary>
    public static IQueryable<SurveyList> InvitableLists(PlatformDb db, SignedIn me) => db.Set<SurveyList>().AsNoTracking().Where(list =>
        list.State == ListState.Approved && (list.UnitId == me.UnitId || db.Units.Any(unit => unit.Id == list.UnitId && unit.Path == me.Path)));

    /// <summary>Verified people of a list who are invited nowhere and do not refuse.</summary>
    public static IQueryable<ListedPerson> WaitingPeople(PlatformDb db, long listId) => db.Set<ListedPerson>().AsNoTracking().Where(person =>
        person.ListId == listId && person.Consent != Consent.Refused
        && (person.State == PersonState.Confirmed || person.State == PersonState.Corrected || person.State == PersonState.Foreigner)
        && !db.Set<Booking>().Any(booking => booking.PersonId == person.Id && booking.State != BookingState.Cancelled));

    /// <summary>The person for the rules of the schedule.</summary>
    public static Vaccinee Vaccinee(ListedPerson person) =>
        new(person.BornOn == 0 ? default : PartialDate.FromPacked((uint)person.BornOn));

    private async Task<ILookup<long, DoseGiven>> Doses(long[] records, CancellationToken stop)
    {
        var doses = await db.Set<Dose>().AsNoTracking().Where(dose => dose.State == DoseState.Valid && EF.Parameter(records).Contains(dose.RecordId))
            .Select(dose => new { dose.RecordId, dose.Product, dose.GivenOn, dose.Number }).ToListAsync(stop);
        return doses.ToLookup(dose => dose.RecordId, dose => new DoseGiven(ProductCode.Parse(dose.Product), dose.GivenOn, dose.Number));
    }

    private async Task<Dictionary<long, IReadOnlyList<DoseGiven>>> DosesOf(List<ListedPerson> people, CancellationToken stop)
    {
        var records = people.Select(person => person.RecordId ?? 0).Distinct().ToArray();
        var doses = await Doses(records, stop);
        return records.ToDictionary(record => record, record => (IReadOnlyList<DoseGiven>)[.. doses[record]]);
    }

    private static Booking BookingOf(VaccinationSession session, ListedPerson person, int place) => new()
    {
        SessionId = session.Id,
        PersonId = person.Id,
        Number = place + 1,
        SlotAt = Math.Min(session.SlotOf(place), session.Closes - 1),
        State = BookingState.Booked,
    };
}
