using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Messages;

/// <summary>How messages are kept and sought.</summary>
internal static class MessagesTables
{
    private const string Messages = "short_messages";

    /// <summary>New messages, many at a time.</summary>
    public static BulkTable<ShortMessage> Many { get; } = new(Messages,
        new("Key", NpgsqlDbType.Uuid, m => m.Key), new("Kind", NpgsqlDbType.Integer, m => (int)m.Kind), new("Subject", NpgsqlDbType.Text, m => m.Subject),
        new("About", NpgsqlDbType.Bigint, m => m.About), new("Phone", NpgsqlDbType.Text, m => m.Phone), new("Words", NpgsqlDbType.Text, m => m.Words),
        new("State", NpgsqlDbType.Integer, m => (int)m.State), new("Tries", NpgsqlDbType.Integer, m => m.Tries), new("At", NpgsqlDbType.TimestampTz, m => m.At),
        new("DueAt", NpgsqlDbType.TimestampTz, m => m.DueAt), new("UsefulUntil", NpgsqlDbType.TimestampTz, m => m.UsefulUntil),
        new("ForgetAt", NpgsqlDbType.TimestampTz, m => m.ForgetAt), new("Problem", NpgsqlDbType.Text, m => m.Problem));

    public static void Map(ModelBuilder model) => model.Entity<ShortMessage>(message =>
    {
        message.ToTable(Messages);
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => new { m.State, m.DueAt });
        message.HasIndex(m => m.ForgetAt).HasFilter("\"Words\" <> ''");

        // Nobody is told the same thing of the same thing twice.
        message.HasIndex(m => new { m.Subject, m.Kind, m.About }).IsUnique();

        // Whoever takes a message back finds out that it is just being sent.
        message.Property(m => m.DueAt).IsConcurrencyToken();
    });
}
