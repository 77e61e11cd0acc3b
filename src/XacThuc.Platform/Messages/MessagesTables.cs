using Microsoft.EntityFrameworkCore;

namespace XacThuc.Platform.Messages;

/// <summary>How messages are kept and sought.</summary>
internal static class MessagesTables
{
    public static void Map(ModelBuilder model) => model.Entity<ShortMessage>(message =>
    {
        message.ToTable("short_messages");
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => new { m.State, m.DueAt });
        message.HasIndex(m => m.ForgetAt).HasFilter("\"Words\" <> ''");

        // Nobody is told the same thing of the same thing twice.
        message.HasIndex(m => new { m.Subject, m.Kind, m.About }).IsUnique();

        // Whoever takes a message back finds out that it is just being sent.
        message.Property(m => m.DueAt).IsConcurrencyToken();
    });
}
