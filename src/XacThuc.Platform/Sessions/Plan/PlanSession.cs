using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Rules;
using XacThuc.Platform.Vaccines.Schedules;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data.Bulk;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Plan;

/// <summary>What a unit wants of a session.</summary>
/// <param name="Place">Where.</param>
/// <param name="Day">When.</param>
/// <param name="Opens">From, in minutes from midnight.</param>
/// <param name="Closes">Until, likewise.</param>
/// <param name="Teams">Teams at once.</param>
/// <param name="PeopleAnHour">People a team vaccinates in an hour.</param>
/// <param name="Product">The product's code.</param>
/// <param name="WithCards">The police issue cards there too.</param>
/// <param name="Lists">The approved lists whose people are invited, in this order.</param>
internal sealed record SessionPlan(
    string Place, DateOnly Day, int Opens, int Closes, int Teams, int PeopleAnHour, string Product, bool WithCards, IReadOnlyList<long> Lists);

/// <summary>What became of a plan.</summary>
/// <param name="Session">The session.</param>
/// <param name="Invited">People invited.</param>
/// <param name="NotDue">People left out since a rule of the schedule refuses the dose on that day.</param>
/// <param name="Left">People for whom there was no room.</param>
internal sealed record Planned(VaccinationSession Session, int Invited, int NotDue, int Left);

/// <summary>
/// Plans a session and invites the verified people of approved lists to it: those who live together come together, each at
/// a quarter of an hour. Whoever is invited elsewhere, or may not have the dose on that day, is left out.
/// </summary>
internal sealed class PlanSession(PlatformDb db, TimeProvider time)
{
    private static readonly BulkTable<Booking> Bookings = new(SessionsTables.Bookings,
        new("SessionId", NpgsqlDbType.Bigint, b => b.SessionId), new("PersonId", NpgsqlDbType.Bigint, b => b.PersonId),
        new("Number", NpgsqlDbType.Integer, b => b.Number), new("SlotAt", NpgsqlDbType.Integer, b => b.SlotAt),
        new("State", NpgsqlDbType.Integer, b => (int)b.State), new("Version", NpgsqlDbType.Integer, b => b.Version),
        new("ScreenedBy", NpgsqlDbType.Text, b => b.ScreenedBy), new("ScreeningNote", NpgsqlDbType.Text, b => b.ScreeningNote));

    public async Task<Result<Planned>> Run(SessionPlan plan, SignedIn me, CancellationToken stop)
    {
        if (!SessionsAccess.MayVaccinate(me.Role)) return SessionsRefusals.NotYours;
        if (await Refuse(plan, me, stop) is { } refusal) return refusal;
        var unit = await db.Units.AsNoTracking().FirstAsync(unit => unit.Id == me.UnitId, stop);
        var start = $"BT-{unit.Code}-{plan.Day.Year}-";
        var before = await db.Set<VaccinationSession>().CountAsync(session => session.Code.StartsWith(start), stop);
        var session = new VaccinationSession
        {
            Code = $"{start}{before + 1:000}",
            UnitId = unit.Id,
            Place = plan.Place.Trim(),
            Day = plan.Day,
            Opens = plan.Opens,
            Closes = plan.Closes,
            Teams = plan.Teams,
            PeopleAnHour = plan.PeopleAnHour,
            Product = plan.Product,
            WithCards = plan.WithCards,
            State = SessionState.Planned,
            PlannedBy = me.Name,
            PlannedAt = time.GetUtcNow(),
        };
        await using var all = await db.Database.BeginTransactionAsync(stop);
        try
        {
            db.Add(session);
            await db.Save(me.NewAct(time, "day.plan", $"day:{session.Code}"), stop);
            var planned = await Invite(session, plan.Lists, me, stop);
            await all.CommitAsync(stop);
            return planned;
        }
        catch (DbUpdateException)
        {
            // Somebody else has just taken the number, or invited one of these people.
            db.ChangeTracker.Clear();
            return SessionsRefusals.Moved;
        }
    }

    private async Task<Refusal?> Refuse(SessionPlan plan, SignedIn me, CancellationToken stop)
    {
        var place = plan.Place.Trim();
        if (place.Length == 0) return SessionsRefusals.NoPlace;
        if (plan.Day < Shown.Day(time.GetUtcNow())) return SessionsRefusals.DayPassed;
        if (plan.Opens < 0 || plan.Closes > 24 * 60 || plan.Closes <= plan.Opens || plan.Teams < 1 || plan.PeopleAnHour < 1) return SessionsRefusals.Hours;
        if (!ProductCode.TryParse(plan.Product, null, out var code) || VaccineCatalogue.Standard.Find(code) is not { } product
            || plan.Day < product.From || plan.Day > (product.To ?? DateOnly.MaxValue))
            return SessionsRefusals.NoProduct;
        var clash = await db.Set<VaccinationSession>().Where(other => other.UnitId == me.UnitId && other.Day == plan.Day && other.Place == place
            && other.State != SessionState.Cancelled && other.Opens < plan.Closes && plan.Opens < other.Closes).FirstOrDefaultAsync(stop);
        return clash is null ? null : SessionsRefusals.Clash(clash.Code);
    }

    private async Task<Planned> Invite(VaccinationSession session, IReadOnlyList<long> listIds, SignedIn me, CancellationToken stop)
    {
        var invited = new List<Booking>();
        var (notDue, left) = (0, 0);
        var product = ProductCode.Parse(session.Product);
        var schedule = VaccineCatalogue.Standard.FindSchedule(product)!;
        foreach (var list in await InvitableLists(me, listIds, stop))
        {
            var people = await WaitingPeople(db, list.Id).OrderBy(person => person.Hamlet).ThenBy(person => person.NameSort).ThenBy(person => person.Id).ToListAsync(stop);
            var given = await DosesOf(people, stop);
            foreach (var person in people)
            {
                if (!IsDue(schedule, Vaccinee(person), given[person.RecordId ?? 0], new DoseGiven(product, session.Day, list.Dose))) notDue++;
                else if (invited.Count == session.Capacity) left++;
                else invited.Add(BookingOf(session, person, invited.Count));
            }
        }

        await Bookings.Insert(db.RawWay(), invited, stop);
        return new Planned(session, invited.Count, notDue, left);
    }

    // Where nothing is recorded before, the desk asks: the person may have had doses elsewhere.
    private static bool IsDue(Schedule schedule, Vaccinee vaccinee, IReadOnlyList<DoseGiven> given, DoseGiven proposed)
    {
        if (schedule.Check(vaccinee, given, proposed, proposed.Day).Any(finding => finding.Severity == Severity.Refuse)) return false;
        var due = given.Count == 0 ? null : schedule.FindNextDue(vaccinee, given)?.Products.FirstOrDefault(due => due.Product.Code == proposed.Product);
        return due is null || due.First <= proposed.Day;
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
