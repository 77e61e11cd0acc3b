using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.My.Family;

/// <summary>Lets a relative see one's record, and takes it back. Only who the record is about does either.</summary>
internal sealed class AgreeToFamily(PlatformDb db, MyRecords records, TimeProvider time)
{
    private const int Most = 10;
    private const int NumberLength = 12;

    /// <summary>Those who may see a record now.</summary>
    public Task<List<FamilyConsent>> Of(long recordId, CancellationToken stop) => db.Set<FamilyConsent>().AsNoTracking()
        .Where(consent => consent.RecordId == recordId && consent.EndedAt == null).OrderBy(consent => consent.Id).ToListAsync(stop);

    /// <summary>Agrees.</summary>
    public async Task<Result<SeenRecord>> Run(Citizen citizen, string reference, string? typed, CancellationToken stop)
    {
        if (!(await FindOwn(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        if (Read(typed) is not { Length: > 0 } to) return MyRefusals.NobodyToAgreeTo;
        var there = await Of(seen.Record.Id, stop);
        if (there.Exists(consent => consent.To.Equals(to, StringComparison.Ordinal))) return seen;
        if (there.Count >= Most) return MyRefusals.TooManyAgreed;
        db.Add(new FamilyConsent { RecordId = seen.Record.Id, To = to, At = time.GetUtcNow() });
        await db.SaveFirst(new Act(seen.Actor, time.GetUtcNow(), "record.family_add", seen.Subject), stop);
        return seen;
    }

    /// <summary>Takes it back; from the next page on the relative sees nothing.</summary>
    public async Task<Result<SeenRecord>> TakeBack(Citizen citizen, string reference, long consentId, CancellationToken stop)
    {
        if (!(await FindOwn(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        var (recordId, now) = (seen.Record.Id, time.GetUtcNow());
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var ended = await db.Set<FamilyConsent>().Where(consent => consent.Id == consentId && consent.RecordId == recordId && consent.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(consent => consent.EndedAt, now), stop);
        if (ended > 0) await db.Save(new Act(seen.Actor, now, "record.family_end", seen.Subject), stop);
        await all.CommitAsync(stop);
        return seen;
    }

    private async Task<Result<SeenRecord>> FindOwn(Citizen citizen, string reference, CancellationToken stop)
    {
        if (!(await records.Find(citizen, reference, stop)).TryGet(out var seen, out var refusal)) return refusal;
        return seen.As == SeenAs.Own ? seen : MyRefusals.NotThere;
    }

    private static string Read(string? typed)
    {
        if (PhoneNumber.TryParse(typed, out var phone)) return phone.InFull();
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        return digits.Length == NumberLength ? digits : "";
    }
}
