using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.LookUp;
using XacThuc.Platform.Portal.My.Family;
using XacThuc.Platform.Portal.PersonalCode;
using XacThuc.Platform.Portal.Register;

namespace XacThuc.Platform.Portal;

/// <summary>How what citizens bring is kept and sought.</summary>
internal static class PortalTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OwnRegistration>(own =>
        {
            own.ToTable("own_registrations");
            own.HasIndex(o => o.Ref).IsUnique();
            own.HasIndex(o => o.Ticket).IsUnique();
            own.HasIndex(o => o.FollowCode).IsUnique();
            own.HasIndex(o => new { o.State, o.CommuneCode, o.Id });
            own.HasIndex(o => o.Phone);
            own.HasIndex(o => o.PersonId);
            own.Property(o => o.Version).IsConcurrencyToken();
        });
        model.Entity<FamilyConsent>(consent =>
        {
            consent.ToTable("family_consents");
            consent.HasIndex(c => c.To).HasFilter("\"EndedAt\" IS NULL");

            // Agreed to twice at once is agreed to once.
            consent.HasIndex(c => new { c.RecordId, c.To }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        });
        model.Entity<PersonalQid>(qid =>
        {
            qid.ToTable("personal_qids");
            qid.HasIndex(q => q.Qid).IsUnique();
            qid.HasIndex(q => q.RecordId).IsUnique();
        });
        model.Entity<LookTicket>(look =>
        {
            look.ToTable("look_tickets");
            look.HasIndex(l => l.Ticket).IsUnique();
            look.HasIndex(l => l.At);
        });
        model.Entity<PhoneCode>(code =>
        {
            code.ToTable("phone_codes");
            code.HasIndex(c => new { c.Subject, c.Id });
            code.HasIndex(c => c.At);

            // Two asked for at once are two: the second cannot be saved as the same.
            code.HasIndex(c => new { c.Phone, c.Nth }).IsUnique();
        });
    }
}
