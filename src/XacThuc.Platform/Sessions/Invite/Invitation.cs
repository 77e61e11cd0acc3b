using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Messages;

namespace XacThuc.Platform.Sessions.Invite;

/// <summary>How somebody was told.</summary>
internal enum InvitedHow
{
    /// <summary>The message has left.</summary>
    Sent = 1,

    /// <summary>It is on its way.</summary>
    Waiting = 2,

    /// <summary>It could not be sent.</summary>
    Failed = 3,

    /// <summary>There is a phone, but no message was posted.</summary>
    NotPosted = 4,

    /// <summary>There is no mobile phone.</summary>
    NoPhone = 5,
}

/// <summary>Somebody invited to a session, and the message about it.</summary>
internal sealed record Invitation(Booking Booking, ListedPerson Person, ShortMessage? Message)
{
    /// <summary>How the person was told.</summary>
    public InvitedHow How => Message?.State switch
    {
        MessageState.Sent => InvitedHow.Sent,
        MessageState.Waiting => InvitedHow.Waiting,
        MessageState.Failed or MessageState.Withdrawn => InvitedHow.Failed,
        null => InvitePeople.FindPhone(Person) is null ? InvitedHow.NoPhone : InvitedHow.NotPosted,
    };

    /// <summary>Whether no message has reached or may reach the person.</summary>
    public bool IsUnreached => How is InvitedHow.Failed or InvitedHow.NotPosted or InvitedHow.NoPhone;

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Invitation);
}

/// <summary>Finds them.</summary>
internal static class InvitedReach
{
    /// <summary>All who are invited to a session, in the order in which they come; messages tracked.</summary>
    public static async Task<IReadOnlyList<Invitation>> InvitedTo(this PlatformDb db, VaccinationSession session, CancellationToken stop)
    {
        var (id, subject) = (session.Id, InvitePeople.SubjectOf(session));
        var people = await db.Set<Booking>().AsNoTracking().Where(booking => booking.SessionId == id)
            .Where(booking => booking.State != BookingState.Cancelled || session.State == SessionState.Cancelled)
            .Join(db.Set<ListedPerson>(), booking => booking.PersonId, person => person.Id, (booking, person) => new { booking, person })
            .OrderBy(pair => pair.booking.Number).ToListAsync(stop);
        var messages = await db.Set<ShortMessage>().Where(message => message.Subject == subject && message.Kind == MessageKind.Invitation)
            .ToDictionaryAsync(message => message.About, stop);
        return [.. people.Select(pair => new Invitation(pair.booking, pair.person, messages.GetValueOrDefault(pair.person.Id)))];
    }
}
