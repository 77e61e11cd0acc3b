using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Lists.Bring;
using XacThuc.Platform.Lists.Likeness;

namespace XacThuc.Platform.Lists;

/// <summary>How lists are kept and sought.</summary>
internal static class ListsTables
{
    public const string People = "list_people";
    public const string Likenesses = "list_likenesses";

    public static void Map(ModelBuilder model)
    {
        model.Entity<SurveyList>(list =>
        {
            list.ToTable("survey_lists");
            list.HasIndex(l => l.Code).IsUnique();
            list.HasIndex(l => new { l.UnitId, l.Id });
            list.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<ListedPerson>(person =>
        {
            person.ToTable(People);
            person.HasIndex(p => new { p.ListId, p.Number }).IsUnique();
            person.HasIndex(p => new { p.ListId, p.State });
            person.HasIndex(p => p.Digits);
            person.HasIndex(p => p.PartId);
            person.HasIndex(p => p.GuardianDigits).HasFilter("\"GuardianDigits\" <> ''");
            person.Property(p => p.RowVersion).IsConcurrencyToken();
        });
        model.Entity<ListPart>(part =>
        {
            part.ToTable("list_parts");
            part.HasIndex(p => p.Code).IsUnique();
            part.HasIndex(p => p.ListId);
        });
        model.Entity<ListFile>(file =>
        {
            file.ToTable("list_files");
            file.HasIndex(f => f.ListId);
        });
        model.Entity<Alike>(alike =>
        {
            alike.ToTable(Likenesses);
            alike.HasIndex(a => new { a.ListId, a.State, a.Id });
            alike.HasIndex(a => new { a.PersonId, a.OtherKind, a.OtherId }).IsUnique();
        });
    }
}
