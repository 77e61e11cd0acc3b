using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Platform.CheckPoints.Bring;
using XacThuc.Platform.CheckPoints.Devices;
using XacThuc.Platform.CheckPoints.Erase;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.CheckPoints.Status;
using XacThuc.Platform.CheckPoints.Trace;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.CheckPoints;

/// <summary>How check points are kept and sought.</summary>
internal static class CheckPointsTables
{
    private const string Scans = "scans";
    private const string Hours = "check_point_hours";
    private const string Reasons = "check_point_reasons";

    /// <summary>New scans, many at a time.</summary>
    public static readonly BulkTable<Scan> NewScans = new(Scans,
        new("Id", NpgsqlDbType.Uuid, s => s.Id), new("PlaceId", NpgsqlDbType.Bigint, s => s.PlaceId), new("DeviceId", NpgsqlDbType.Bigint, s => s.DeviceId),
        new("At", NpgsqlDbType.TimestampTz, s => s.At), new("ReceivedAt", NpgsqlDbType.TimestampTz, s => s.ReceivedAt),
        new("Way", NpgsqlDbType.Integer, s => (int)s.Way), new("Kind", NpgsqlDbType.Integer, s => (int)s.Kind), new("Verdict", NpgsqlDbType.Integer, s => (int)s.Verdict),
        new("Reasons", NpgsqlDbType.Text, s => s.Reasons), new("PaperKey", NpgsqlDbType.Bytea, s => s.PaperKey), new("QidKey", NpgsqlDbType.Bytea, s => s.QidKey),
        new("CertificateKey", NpgsqlDbType.Bytea, s => s.CertificateKey), new("Person", NpgsqlDbType.Bytea, s => s.Person));

    /// <summary>Counts of hours, added to those that are there.</summary>
    public static readonly BulkTable<HourCount> MoreHours = new(Hours,
        new("PlaceId", NpgsqlDbType.Bigint, h => h.PlaceId), new("Day", NpgsqlDbType.Date, h => h.Day), new("Hour", NpgsqlDbType.Integer, h => h.Hour),
        new("In", NpgsqlDbType.Bigint, h => h.In), new("Out", NpgsqlDbType.Bigint, h => h.Out), new("Looks", NpgsqlDbType.Bigint, h => h.Looks),
        new("Genuine", NpgsqlDbType.Bigint, h => h.Genuine), new("RuleNotMet", NpgsqlDbType.Bigint, h => h.RuleNotMet), new("CannotKnow", NpgsqlDbType.Bigint, h => h.CannotKnow),
        new("NotGenuine", NpgsqlDbType.Bigint, h => h.NotGenuine), new("NoCertificate", NpgsqlDbType.Bigint, h => h.NoCertificate))
    {
        Ending = $"ON CONFLICT (\"PlaceId\", \"Day\", \"Hour\") DO UPDATE SET {Added(Hours, "In", "Out", "Looks", "Genuine", "RuleNotMet", "CannotKnow", "NotGenuine", "NoCertificate")}",
    };

    /// <summary>Counts of reasons, added to those that are there.</summary>
    public static readonly BulkTable<ReasonCount> MoreReasons = new(Reasons,
        new("PlaceId", NpgsqlDbType.Bigint, r => r.PlaceId), new("Day", NpgsqlDbType.Date, r => r.Day), new("Reason", NpgsqlDbType.Text, r => r.Reason), new("Count", NpgsqlDbType.Bigint, r => r.Count))
    {
        Ending = $"ON CONFLICT (\"PlaceId\", \"Day\", \"Reason\") DO UPDATE SET {Added(Reasons, "Count")}",
    };

    public static void Map(ModelBuilder model)
    {
        model.Entity<CheckPoint>(place =>
        {
            place.ToTable("check_points");
            place.HasIndex(p => p.Code).IsUnique();
            place.HasIndex(p => new { p.UnitId, p.Id });
            place.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<PlaceFile>(file =>
        {
            file.ToTable("place_files");
            file.HasIndex(f => new { f.UnitId, f.Digest }).IsUnique();
            file.Property(f => f.Version).IsConcurrencyToken();
        });
        model.Entity<CheckDevice>(device =>
        {
            device.ToTable("check_devices");
            device.HasIndex(d => d.PublicId).IsUnique();
            device.HasIndex(d => new { d.PlaceId, d.Id });
            device.Property(d => d.Version).IsConcurrencyToken();
        });
        model.Entity<EnrolLink>(link =>
        {
            link.ToTable("enrol_links");
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => new { l.PlaceId, l.Id });
            link.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<Scan>(scan =>
        {
            scan.ToTable(Scans);
            scan.Property(s => s.Id).ValueGeneratedNever();
            scan.HasIndex(s => new { s.PlaceId, s.At });

            // The oldest are erased first.
            scan.HasIndex(s => new { s.At, s.Id });
            scan.HasIndex(s => s.PaperKey).HasFilter("\"PaperKey\" IS NOT NULL");
            scan.HasIndex(s => s.QidKey).HasFilter("\"QidKey\" IS NOT NULL");
            scan.HasIndex(s => s.CertificateKey).HasFilter("\"CertificateKey\" IS NOT NULL");
        });
        model.Entity<StatusLook>(look =>
        {
            look.ToTable("status_looks");
            look.HasIndex(l => l.RecordId);
            look.HasIndex(l => l.At);
        });
        model.Entity<Erasure>(erasure => erasure.ToTable("erasures"));
        model.Entity<TraceQuery>(query =>
        {
            query.ToTable("trace_queries");
            query.HasIndex(q => q.Code).IsUnique();
            query.HasIndex(q => new { q.UnitId, q.Id });
            query.Property(q => q.Version).IsConcurrencyToken();
        });
        model.Entity<HourCount>(hour =>
        {
            hour.ToTable(Hours);
            hour.HasKey(h => new { h.PlaceId, h.Day, h.Hour });
            hour.Ignore(h => h.All);
        });
        model.Entity<ReasonCount>(reason =>
        {
            reason.ToTable(Reasons);
            reason.HasKey(r => new { r.PlaceId, r.Day, r.Reason });
        });
    }

    private static string Added(string table, params string[] columns) =>
        string.Join(", ", columns.Select(column => $"\"{column}\" = \"{table}\".\"{column}\" + excluded.\"{column}\""));
}
