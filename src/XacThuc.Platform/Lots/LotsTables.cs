using Microsoft.EntityFrameworkCore;

namespace XacThuc.Platform.Lots;

/// <summary>How lots are kept.</summary>
internal static class LotsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Lot>(lot =>
        {
            lot.ToTable("lots");
            lot.HasIndex(l => new { l.UnitId, l.Product, l.Number }).IsUnique();
            lot.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<SessionLot>(lot =>
        {
            lot.ToTable("session_lots");
            lot.HasIndex(l => new { l.SessionId, l.LotId }).IsUnique();
        });
    }
}
