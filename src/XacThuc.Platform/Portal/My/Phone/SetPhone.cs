using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records.Phones;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.My.Phone;

/// <summary>Whom VNeID knows by card and face writes the phone on record: a code to the new phone first, then the old one is told.</summary>
internal sealed class SetPhone(PlatformDb db, MyRecords records, PhoneCodes codes, AddressMeters addresses, ChangePhone change, TimeProvider time)
{
    /// <summary>Sends a code to the new phone.</summary>
    public async Task<Result<PhoneNumber>> Ask(Citizen citizen, string reference, string? typed, System.Net.IPAddress? from, CancellationToken stop)
    {
        if (!(await FindOwn(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        if (!PhoneNumber.TryParse(typed, out var phone)) return MyRefusals.NotAPhone;
        if (!addresses.MaySendCode(from)) return RegisterRefusals.TooManyOfAddress;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await codes.Send(SubjectOf(seen), phone, MessageTexts.PhoneCode, time.GetUtcNow(), stop) is { } refused) return refused;
        await all.CommitAsync(stop);
        return phone;
    }

    /// <summary>Takes the code: from now on it is the phone on record.</summary>
    public async Task<Result<SeenRecord>> Confirm(Citizen citizen, string reference, string? typed, CancellationToken stop)
    {
        if (!(await FindOwn(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        var now = time.GetUtcNow();
        if (!(await codes.Check(SubjectOf(seen), typed, new Act(seen.Actor, now, "look.refuse_code", seen.Subject), stop)).TryGet(out var code, out refusal)) return refusal;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await codes.Use(code, now, stop)) return CodeRefusals.CodeOver;

        // The phone to which the code went, whatever the page said since.
        var phone = await db.Set<PhoneCode>().Where(one => one.Id == code).Select(one => one.Phone).FirstAsync(stop);
        var act = new Act(seen.Actor, now, "record.phone", seen.Subject, "VNeID");
        if (await change.Write(seen.Record, PhoneOnRecord.Read(phone), PhoneOrigin.Person, act, stop) is { } moved) return moved;
        await all.CommitAsync(stop);
        return seen;
    }

    // What is begun in one session is not ended in another's name: the record is the session's own in both.
    private static string SubjectOf(SeenRecord seen) => $"phone:{seen.Record.Ref}";

    private async Task<Result<SeenRecord>> FindOwn(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        if (seen.As != SeenAs.Own) return MyRefusals.NotThere;
        return citizen.Way == CitizenWay.VNeId2 ? seen : MyRefusals.NeedsVNeId;
    }
}
