using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Certificates.Confirm;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Records;
using XacThuc.Platform.Sessions;

namespace XacThuc.Platform.Certificates.Follow;

/// <summary>
/// Notes, in the transaction of a change, whose certificate it may touch: no piece of work that changes a record or a dose has to think of it.
/// </summary>
internal static class NoteChanges
{
    private static readonly string[] Confirmed = [nameof(Dose.Number), nameof(Dose.Product), nameof(Dose.Lot), nameof(Dose.GivenOn), nameof(Dose.Facility), nameof(Dose.State)];

    /// <summary>Adds what is due to what is about to be saved.</summary>
    public static async Task Add(PlatformDb db, CancellationToken stop)
    {
        var records = db.ChangeTracker.Entries().Select(entry => entry switch
        {
            { State: EntityState.Modified, Entity: VaccinationRecord record } when entry.Property(nameof(record.Version)).IsModified || entry.Property(nameof(record.JoinedIntoId)).IsModified => record.Id,
            { State: EntityState.Added or EntityState.Modified, Entity: Dose dose } => dose.RecordId,
            { State: EntityState.Added, Entity: SingleResult result } => result.RecordId,
            _ => 0,
        }).Where(id => id > 0).ToHashSet();
        Unconfirm(db);
        records.UnionWith(await SignedNow(db, stop));
        foreach (var id in records) db.Add(new CertificateDue { RecordId = id, NextAt = DateTimeOffset.UnixEpoch });
    }

    // A list or a day that is signed: those on it who had a certificate may get another one.
    private static async Task<List<long>> SignedNow(PlatformDb db, CancellationToken stop)
    {
        var days = db.ChangeTracker.Entries<VaccinationSession>().Where(entry => entry is { State: EntityState.Modified, Entity.State: SessionState.Signed }).Select(entry => (long?)entry.Entity.Id).ToArray();
        var lists = db.ChangeTracker.Entries<DoseConfirmation>().Where(entry => entry is { State: EntityState.Modified, Entity.SignedAt: not null }).Select(entry => (long?)entry.Entity.Id).ToArray();
        if (days.Length + lists.Length == 0) return [];
        return await db.Set<Dose>().Where(dose => EF.Parameter(days).Contains(dose.SessionId) || EF.Parameter(lists).Contains(dose.ConfirmationId)).Select(dose => dose.RecordId).Distinct()
            .Where(id => db.Set<IssuedCertificate>().Any(one => one.RecordId == id)).ToListAsync(stop);
    }

    // Whoever confirmed a dose that was corrected confirmed something else.
    private static void Unconfirm(PlatformDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Dose>().Where(entry => entry is { State: EntityState.Modified, Entity.ConfirmationId: not null }))
            if (Confirmed.Any(part => entry.Property(part).IsModified)) entry.Entity.ConfirmationId = null;
    }

    /// <summary>Notes those of a run who have a certificate, and are not right any more or were brought again with something else.</summary>
    public static Task AddOf(PlatformDb db, long runId, CancellationToken stop)
    {
        // Due since it was issued: at once, in a moment that both databases know.
        var (matched, valid) = ((int)RecordStatus.Matched, (int)CertificateState.Valid);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "certificates_due" ("RecordId", "NextAt", "Looks")
            SELECT c."RecordId", c."IssuedAt", 0 FROM "run_results" AS r JOIN "records" AS v ON v."Id" = r."RecordId"
            JOIN "issued_certificates" AS c ON c."RecordId" = v."Id" AND c."State" = {valid} WHERE r."RunId" = {runId} AND (v."Status" <> {matched} OR v."Version" <> c."RecordVersion")
            """, stop);
    }
}
