using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Cards;

/// <summary>How requests are kept.</summary>
internal static class CardsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CardRequest>(request =>
        {
            request.ToTable("card_requests");
            request.HasIndex(r => r.Code).IsUnique();
            request.HasIndex(r => r.CommuneCode);
            request.Property(r => r.Version).IsConcurrencyToken();
        });
        model.Entity<CardDay>(day =>
        {
            day.ToTable("card_days");
            day.HasIndex(d => new { d.RequestId, d.Code }).IsUnique();
        });
    }
}
