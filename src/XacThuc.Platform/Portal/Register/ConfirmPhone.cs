using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Register;

/// <summary>
/// Takes the code from the phone: from then on the registration stands. Whoever had registered with the same phone before
/// gets the same code to follow it; what was said last holds as long as the station has not taken it.
/// </summary>
internal sealed class ConfirmPhone(PlatformDb db, MessageOutbox outbox, OneTimeCodes codes, PortalLimits limits, TimeProvider time)
{
    /// <summary>Confirms.</summary>
    public async Task<Result<OwnRegistration>> Run(Guid ticket, string? typed, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (await db.FindUnconfirmed(ticket, now, stop) is not { } own) return RegisterRefusals.Gone;
        if (await db.Set<PhoneCode>().AsNoTracking().Where(code => code.RegistrationId == own.Id).OrderByDescending(code => code.Id)
            .FirstOrDefaultAsync(stop) is not { } code) return RegisterRefusals.CodeOver;

        // Counted in the database in one step, before anything is compared: many tries at the same moment count as many.
        var most = limits.TriesOfCode;
        var counted = await db.Set<PhoneCode>().Where(one => one.Id == code.Id && one.UsedAt == null && one.Until > now && one.Tries < most)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Tries, one => one.Tries + 1), stop);
        if (counted == 0) return RegisterRefusals.CodeOver;
        if (!IsRight(typed, code.Digest))
        {
            await db.Save(ActOf(own, "registration.refuse_code", now), stop);
            return RegisterRefusals.WrongCode(Math.Max(0, most - code.Tries - 1));
        }

        return await Confirm(own, code.Id, now, stop);
    }

    private async Task<Result<OwnRegistration>> Confirm(OwnRegistration own, long codeId, DateTimeOffset now, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await db.Set<PhoneCode>().Where(one => one.Id == codeId && one.UsedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, now), stop) == 0) return RegisterRefusals.Gone;
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

    private bool IsRight(string? typed, string digest)
    {
        try
        {
            return codes.IsCode(string.Concat((typed ?? "").Where(char.IsAsciiDigit)), digest);
        }
        catch (CryptographicException)
        {
            // Made under keys that this house has no more.
            return false;
        }
    }

    private static Act ActOf(OwnRegistration own, string kind, DateTimeOffset now) =>
        new(PortalRegistration.Citizen, now, kind, $"registration:{own.Ref}");
}
