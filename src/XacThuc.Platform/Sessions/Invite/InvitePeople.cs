using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Invite;

/// <summary>
/// Invites people to a session by a message to the phone, the guardian's where they have none: each person once, for a
/// family shares a phone and not a time. Who has no phone gets a slip.
/// </summary>
internal sealed class InvitePeople(PlatformDb db, MessageOutbox outbox, TimeProvider time)
{
    /// <summary>Posts the invitations, in the caller's transaction. Whoever was invited to this session before is passed over.</summary>
    public async Task Run(VaccinationSession session, IReadOnlyList<(Booking Booking, ListedPerson Person)> invited, CancellationToken stop)
    {
        // A session that is entered from paper afterwards invites nobody.
        if (!outbox.Sends || invited.Count == 0 || EndOf(session) <= time.GetUtcNow()) return;
        var subject = SubjectOf(session);
        var told = await db.Set<ShortMessage>().Where(message => message.Subject == subject && message.Kind == MessageKind.Invitation)
            .Select(message => message.About).ToHashSetAsync(stop);
        var doses = await DosesOf(invited.Select(pair => pair.Person), stop);
        var messages = new List<ShortMessage>();
        foreach (var (booking, person) in invited)
        {
            if (!told.Add(person.Id) || FindPhone(person) is not { } phone) continue;
            messages.Add(outbox.Make(MessageKind.Invitation, subject, person.Id, phone, WordsOf(session, booking, person, doses[person.ListId]), EndOf(session)));
        }

        await outbox.Post(db, messages, stop);
    }

    /// <summary>
    /// Takes back what was not sent yet, and tells all others that the session is called off; added to the database, to be
    /// saved with the session.
    /// </summary>
    public async Task CallOff(VaccinationSession session, CancellationToken stop)
    {
        var subject = SubjectOf(session);
        var invitations = await db.Set<ShortMessage>().Where(message => message.Subject == subject && message.Kind == MessageKind.Invitation).ToListAsync(stop);

        // One that was tried may have arrived: better told of it for nothing than not at all.
        var ids = invitations.Where(message => message.State == MessageState.Sent || message is { State: MessageState.Waiting, TriedAt: not null })
            .Select(message => message.About).ToArray();
        foreach (var waiting in invitations.Where(message => message.State == MessageState.Waiting))
            (waiting.State, waiting.DueAt) = (MessageState.Withdrawn, time.GetUtcNow());
        var people = await db.Set<ListedPerson>().AsNoTracking().Where(person => EF.Parameter(ids).Contains(person.Id)).ToListAsync(stop);
        foreach (var person in people)
        {
            if (FindPhone(person) is not { } phone) continue;
            outbox.Post(
                db, MessageKind.CalledOff, subject, person.Id, phone,
                person.IsForeign() ? MessageTexts.CalledOff(person.FullName, session.Day, session.Place).En : MessageTexts.CalledOff(person.FullName, session.Day, session.Place).Vi,
                EndOf(session));
        }
    }

    /// <summary>Sends again what could not be sent, and to whoever has a phone only now; by the phones and names as they are now.</summary>
    public async Task<Result<int>> Again(long sessionId, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindOwnSession(sessionId, me, stop)).TryGet(out var session, out var refusal)) return refusal;
        if (!session.IsOpen) return SessionsRefusals.NotOpen;
        if (!outbox.Sends) return InviteRefusals.PrintOnly;
        var all = await db.InvitedTo(session, stop);
        var doses = await DosesOf(all.Select(one => one.Person), stop);
        var count = 0;
        foreach (var one in all.Where(one => one.IsUnreached && one.Booking.State == BookingState.Booked))
        {
            if (FindPhone(one.Person) is not { } phone) continue;
            var words = WordsOf(session, one.Booking, one.Person, doses[one.Person.ListId]);
            if (one.Message is { } failed) outbox.PostAgain(db, failed, phone, words);
            else outbox.Post(db, MessageKind.Invitation, SubjectOf(session), one.Person.Id, phone, words, EndOf(session));
            count++;
        }

        if (count == 0) return InviteRefusals.NobodyToReach;

        // Somebody else may just have pressed the same.
        return await db.SaveFirst(me.NewAct(time, "day.invite", $"day:{session.Code}", $"{count}"), stop) ? count : SessionsRefusals.Moved;
    }

    /// <summary>The phone to which somebody is written: the own, or the guardian's.</summary>
    public static PhoneNumber? FindPhone(ListedPerson person) =>
        PhoneNumber.TryParse(person.Phone, out var own) ? own : PhoneNumber.TryParse(person.GuardianPhone, out var guardian) ? guardian : null;

    /// <summary>What the messages of a session are about.</summary>
    public static string SubjectOf(VaccinationSession session) => $"day:{session.Code}";

    private static string WordsOf(VaccinationSession session, Booking booking, ListedPerson person, int dose)
    {
        var words = MessageTexts.Invitation(person.FullName, VaccineOf(session), dose, SessionsTexts.Time(booking.SlotAt), session.Day, session.Place);
        return person.IsForeign() ? words.En : words.Vi;
    }

    internal static string VaccineOf(VaccinationSession session) =>
        VaccineCatalogue.NameOf(session.Product).Split(" (")[0];

    private static DateTimeOffset EndOf(VaccinationSession session) => Shown.Midnight(session.Day).AddMinutes(session.Closes);

    private async Task<Dictionary<long, int>> DosesOf(IEnumerable<ListedPerson> people, CancellationToken stop)
    {
        var ids = people.Select(person => person.ListId).Distinct().ToArray();
        return await db.Set<SurveyList>().Where(list => ids.Contains(list.Id)).ToDictionaryAsync(list => list.Id, list => list.Dose, stop);
    }
}
