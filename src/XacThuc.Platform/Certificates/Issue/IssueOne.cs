using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Certificates.Issue;

/// <summary>
/// The certificate of one person, for whoever asks at the station or on the portal: the one that stands, where it says what is so and is good for a while;
/// otherwise another one, which takes its place.
/// </summary>
internal sealed class IssueOne(PlatformDb db, WriteCertificate write, TimeProvider time)
{
    /// <summary>With less than this left, another one is issued to whoever asks.</summary>
    public static TimeSpan Renewed { get; } = TimeSpan.FromDays(30);

    /// <summary>Gives it, or says what is missing.</summary>
    public async Task<Result<IssuedCertificate>> Run(VaccinationRecord record, Actor by, CancellationToken stop)
    {
        var basis = (await Basis.Of(db, db.Set<VaccinationRecord>().Where(one => one.Id == record.Id), stop))[0];
        if (Find(basis, out var why) is not { } entitled) return CertificatesRefusals.Because(why);
        var standing = await Standing(entitled, stop);
        var now = time.GetUtcNow();
        if (standing is not null && standing.Basis.AsSpan().SequenceEqual(entitled.Hash) && standing.ExpiresAt - now > Renewed) return standing;

        if (!write.Run(entitled).TryGet(out var issued, out var refusal)) return refusal;
        var act = new Act(by, now, "certificate.issue", $"record:{record.Ref}", issued.Uvci);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (standing is not null) await End(standing.Id, CertificateState.Replaced, now, stop);
        db.Add(issued);
        if (await db.SaveFirst(act, stop))
        {
            await transaction.CommitAsync(stop);
            return issued;
        }

        // Somebody else had it issued the same moment: one is enough.
        await transaction.RollbackAsync(stop);
        return await Standing(entitled, stop) is { } other ? other : CertificatesRefusals.SignerFailed;
    }

    /// <summary>What a certificate would say, against the first disease for which there is something to say.</summary>
    public static Entitled? Find(Basis basis, out WhyNot why)
    {
        why = default;
        foreach (var schedule in VaccineCatalogue.Standard.Schedules)
            if (Eligibility.Of(basis, schedule, out why) is { } entitled) return entitled;
        return null;
    }

    /// <summary>Takes one back, in the caller's transaction.</summary>
    public Task End(long id, CertificateState state, DateTimeOffset now, CancellationToken stop) => db.Set<IssuedCertificate>().Where(one => one.Id == id && one.State == CertificateState.Valid)
        .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, state).SetProperty(one => one.EndedAt, now), stop);

    private Task<IssuedCertificate?> Standing(Entitled entitled, CancellationToken stop) => db.Set<IssuedCertificate>().AsNoTracking()
        .FirstOrDefaultAsync(one => one.RecordId == entitled.Basis.RecordId && one.Disease == entitled.Disease && one.State == CertificateState.Valid, stop);
}
