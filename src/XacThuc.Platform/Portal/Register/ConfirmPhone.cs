using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Register;

/// <summary>
/// Takes the code from the phone: from then on the registration stands. Whoever had registered with the same phone before
/// gets the same code to follow it; what was said last holds as long as the station has not taken it.
/// </summary>
internal sealed class ConfirmPhone(PlatformDb db, MessageOutbox outbox, PhoneCodes codes, TimeProvider time)
{
    /// <summary>Confirms.</summary>
    public async Task<Result<OwnRegistration>> Run(Guid ticket, string? typed, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.FindUnconfirmed(ticket, now, stop) is not { } own) return RegisterRefusals.Gone;
        if (!(await codes.Check($"registration:{own.Ref}", typed, ActOf(own, "registration.refuse_code", now), stop)).TryGet(out var code, out var refusal))
            return refusal;
        return await Confirm(own, code, now, stop);
    }

    private async Task<Result<OwnRegistration>> Confirm(OwnRegistration own, long codeId, DateTimeOffset now, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await codes.Use(codeId, now, stop)) return RegisterRefusals.Gone;
        var before = await FindBefore(own, stop);
        own.ConfirmedAt = now;
        if (before is null)
        {
            own.MoveTo(RegisteredState.Waiting);
        }
        else
        {
            if (before.State == RegisteredState.Waiting) before.TakeOver(own);
            own.SameAsId = before.Id;
            own.Forget();
            own.MoveTo(RegisteredState.SameAsBefore);
        }

        _ = PhoneNumber.TryParse(own.Phone, out var phone);
        var stands = before ?? own;
        outbox.Post(
            db, MessageKind.Registered, $"registration:{own.Ref}", own.Id, phone,
            MessageTexts.Registered(OneTimeCodes.Shown(stands.FollowCode), outbox.StatusPage).ToString(), now.AddDays(1));

        // The station may just have taken the one before.
        if (!await db.SaveFirst(ActOf(own, "registration.confirm", now), stop)) return RegisterRefusals.Gone;
        await all.CommitAsync(stop);
        return stands;
    }

    private async Task<OwnRegistration?> FindBefore(OwnRegistration own, CancellationToken stop)
    {
        var (id, phone, dose) = (own.Id, own.Phone, own.Dose);
        var others = await db.Set<OwnRegistration>().Where(other => other.Id != id && other.Phone == phone && other.Dose == dose
            && (other.State == RegisteredState.Waiting || other.State == RegisteredState.Listed)).OrderBy(other => other.Id).ToListAsync(stop);
        return others.Find(own.IsSamePerson);
    }

    private static Act ActOf(OwnRegistration own, string kind, DateTimeOffset now) =>
        new(PortalRegistration.Citizen, now, kind, $"registration:{own.Ref}");
}
