using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Desk.Later;

/// <summary>
/// Takes a step that waited. It is asked as at the desk; what was taken already, since the answer was lost on its way, is
/// taken as done and not done again.
/// </summary>
internal sealed class TakeLater(DayDesk desk, Inject inject, TimeProvider time)
{
    /// <returns>Nothing, or why it cannot be taken: for a person to look into.</returns>
    public async Task<Refusal?> Run(long sessionId, LaterStep step, SignedIn me, CancellationToken stop)
    {
        if (!(await desk.Find(sessionId, step.Number, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        var (session, booking) = found;
        if (IsTaken(booking, step)) return null;
        return step.Kind switch
        {
            LaterKind.Arrive => (await desk.Arrive(sessionId, step.Number, me, stop)).Refusal,
            LaterKind.Screen => (await desk.Screen(sessionId, step.Number, new Screening(step.Outcome ?? BookingState.Fit, step.Note ?? ""), me, stop)).Refusal,
            LaterKind.Inject => (await inject.Run(
                sessionId, step.Number, new Injection(step.Key, step.Lot ?? 0, step.Reason ?? "", When(session, step)), me, stop)).Refusal,
            LaterKind.Leave => (await desk.Leave(sessionId, step.Number, step.Note ?? "", me, stop)).Refusal,
            _ => SessionsRefusals.WrongStep,
        };
    }

    // An injection knows itself by its key.
    private static bool IsTaken(Booking booking, LaterStep step) => step.Kind switch
    {
        LaterKind.Arrive => booking.State != BookingState.Booked,
        LaterKind.Screen => booking.State == step.Outcome || (step.Outcome == BookingState.Fit && booking.DoseId is not null),
        LaterKind.Leave => booking.State == BookingState.Left,
        _ => false,
    };

    private DateTimeOffset When(VaccinationSession session, LaterStep step)
    {
        var at = time.GetUtcNow().AddSeconds(-Math.Clamp(step.SecondsAgo, 0, 31 * 86_400));
        var first = Shown.MomentOf(session.Day, TimeOnly.MinValue);
        return at < first ? first : at;
    }
}
