using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Lists.Registered;

/// <summary>Does not take somebody who registered, and says why: on the page that follows the registration, never in a message.</summary>
internal sealed class RefuseRegistered(PlatformDb db, MessageOutbox outbox, TimeProvider time)
{
    private const int LongestReason = 200;

    public async Task<Result<OwnRegistration>> Run(string reference, string? reason, SignedIn me, CancellationToken stop)
    {
        var why = Said.Of(reason, LongestReason);
        if (why.Length == 0) return ListsRefusals.NoReason;
        if (await db.WaitingFor(me).FirstOrDefaultAsync(own => own.Ref == reference, stop) is not { } own) return ListsRefusals.NoRegistration;
        own.MoveTo(RegisteredState.NotTaken);
        (own.Reason, own.DecidedBy, own.DecidedAt) = (why, me.Name, time.GetUtcNow());
        if (outbox.Sends && PhoneNumber.TryParse(own.Phone, out var phone))
            outbox.Post(
                db, MessageKind.NotTaken, $"registration:{own.Ref}", own.Id, phone,
                MessageTexts.NotTaken(OneTimeCodes.Shown(own.FollowCode), outbox.StatusPage).Vi, time.GetUtcNow().AddDays(2));
        return await db.SaveFirst(me.NewAct(time, "registration.refuse", $"registration:{own.Ref}"), stop) ? own : ListsRefusals.NoRegistration;
    }
}
