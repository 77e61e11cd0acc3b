using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Kept;

namespace XacThuc.Exchange;

/// <summary>Where a house keeps border messages.</summary>
public static class BorderTables
{
    /// <summary>Adds the table to a house's model.</summary>
    public static void Map(ModelBuilder model) => model.Entity<KeptMessage>(message =>
    {
        message.ToTable("border_messages");
        message.Property(m => m.At).HasConversion<UnixMilliseconds>();
        message.Property(m => m.DueAt).HasConversion<UnixMilliseconds>();
        message.Property(m => m.TriedAt).HasConversion<UnixMilliseconds>();
        message.Property(m => m.AnsweredAt).HasConversion<UnixMilliseconds>();
        message.HasIndex(m => new { m.MessageId, m.Direction }).IsUnique();
        message.HasIndex(m => new { m.State, m.DueAt });
        message.HasIndex(m => new { m.State, m.Subject, m.Id });
    });
}
