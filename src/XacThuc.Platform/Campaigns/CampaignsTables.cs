using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Platform.Campaigns.Mail;
using XacThuc.Platform.Campaigns.News;
using XacThuc.Platform.Campaigns.Stops;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Campaigns;

/// <summary>How campaigns are kept and sought.</summary>
internal static class CampaignsTables
{
    private const string People = "campaign_people";
    private const string Stops = "message_stops";

    /// <summary>People of a campaign, many at a time.</summary>
    public static BulkTable<CampaignPerson> ManyPeople { get; } = new(People,
        new("CampaignId", NpgsqlDbType.Bigint, p => p.CampaignId), new("RecordId", NpgsqlDbType.Bigint, p => p.RecordId), new("UnitId", NpgsqlDbType.Bigint, p => p.UnitId),
        new("CommuneCode", NpgsqlDbType.Text, p => p.CommuneCode), new("Hamlet", NpgsqlDbType.Text, p => p.Hamlet), new("HadPhone", NpgsqlDbType.Boolean, p => p.HadPhone),
        new("HadNumber", NpgsqlDbType.Boolean, p => p.HadNumber), new("WasRight", NpgsqlDbType.Boolean, p => p.WasRight), new("Told", NpgsqlDbType.Integer, p => (int)p.Told));

    /// <summary>Codes to stop messages by, many at a time.</summary>
    public static BulkTable<MessageStop> ManyStops { get; } = new(Stops,
        new("Phone", NpgsqlDbType.Text, s => s.Phone), new("Code", NpgsqlDbType.Text, s => s.Code), new("At", NpgsqlDbType.TimestampTz, s => s.At), new("IsStopped", NpgsqlDbType.Boolean, s => s.IsStopped));

    public static void Map(ModelBuilder model)
    {
        model.Entity<Campaign>(one =>
        {
            one.ToTable("campaigns");
            one.HasIndex(c => c.Code).IsUnique();
            one.HasIndex(c => new { c.State, c.Id });
            one.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<CampaignText>(text =>
        {
            text.ToTable("campaign_texts");
            text.HasIndex(t => new { t.CampaignId, t.Language }).IsUnique();
        });
        model.Entity<CampaignPerson>(person =>
        {
            person.ToTable(People);

            // Counted twice at once is counted once.
            person.HasIndex(p => new { p.CampaignId, p.RecordId }).IsUnique();
            person.HasIndex(p => new { p.CampaignId, p.Told, p.Id });
        });
        model.Entity<UnitMail>(mail =>
        {
            mail.ToTable("campaign_mails");
            mail.HasIndex(m => new { m.CampaignId, m.UnitId }).IsUnique();
            mail.HasIndex(m => new { m.State, m.DueAt });
        });
        model.Entity<MessageStop>(stop =>
        {
            stop.ToTable(Stops);
            stop.HasIndex(s => s.Phone).IsUnique();
            stop.HasIndex(s => s.Code).IsUnique();
        });
        model.Entity<Announcement>(one =>
        {
            one.ToTable("announcements");
            one.HasIndex(a => new { a.Until, a.Id });
            one.Property(a => a.Version).IsConcurrencyToken();
        });
        model.Entity<AnnouncementText>(text =>
        {
            text.ToTable("announcement_texts");
            text.HasIndex(t => new { t.AnnouncementId, t.Language }).IsUnique();
        });
    }
}
