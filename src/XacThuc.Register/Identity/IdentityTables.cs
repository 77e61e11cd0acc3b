using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Identity;

/// <summary>How e-identities are kept.</summary>
internal static class IdentityTables
{
    public static void Map(ModelBuilder model) => model.Entity<EIdentity>(identity =>
    {
        identity.ToTable("e_identities");
        identity.HasIndex(i => i.Number).IsUnique();
        identity.HasIndex(i => i.Subject).IsUnique();
        identity.Property(i => i.Version).IsConcurrencyToken();
    });
}
