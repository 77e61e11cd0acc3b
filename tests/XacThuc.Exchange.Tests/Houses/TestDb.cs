using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Delivery.Kept;

namespace XacThuc.Exchange.Tests.Houses;

/// <summary>What a house of the tests keeps: the border's messages, and the notes it was told.</summary>
internal sealed class TestDb(DbContextOptions<TestDb> options) : DbContext(options)
{
    public DbSet<KeptMessage> Messages => Set<KeptMessage>();

    public DbSet<ToldNote> Notes => Set<ToldNote>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => BorderTables.Map(modelBuilder);
}

internal sealed class ToldNote
{
    public long Id { get; private set; }

    public required Guid MessageId { get; init; }

    public required string About { get; init; }

    public required string Text { get; init; }
}
