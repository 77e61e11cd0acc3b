using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange;
using XacThuc.Platform.Authentication;
using XacThuc.Platform.Campaigns;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.Certificates.Follow;
using XacThuc.Platform.CheckPoints;
using XacThuc.Platform.Cleaning;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Feedback;
using XacThuc.Platform.Lists;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Records;
using XacThuc.Platform.Sessions;
using XacThuc.Web.Data;

namespace XacThuc.Platform;

/// <summary>What the health house keeps.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options) : HouseDb(options)
{
    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        await NoteChanges.Add(this, cancellationToken);
        return await base.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        RecordsTables.Map(builder, IsSqlite);
        AuthenticationTables.Map(builder);
        CleaningTables.Map(builder);
        ListsTables.Map(builder);
        LotsTables.Map(builder);
        SessionsTables.Map(builder);
        DosesTables.Map(builder);
        MessagesTables.Map(builder);
        PortalTables.Map(builder);
        FeedbackTables.Map(builder);
        CampaignsTables.Map(builder);
        CertificatesTables.Map(builder);
        CheckPointsTables.Map(builder);
        BorderTables.Map(builder);
    }
}
