using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Records.Correct;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Platform.Records.Papers;
using XacThuc.Platform.Records.Phones;
using XacThuc.Platform.Records.Story;
using XacThuc.Platform.Records.Wrong;
using XacThuc.Web.Accounts;
using XacThuc.Web.Clients;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Records;

/// <summary>The work on records as a part of the house.</summary>
public static class RecordsRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        RecordsAccess.AddPolicies(services.AddAuthorizationBuilder());
        AccountRole[] writers = [AccountRole.DistrictHealthCentre, AccountRole.HealthStation, AccountRole.VaccinationFacility];
        services
            .AddNav(new NavEntry(writers, "/records/import", new("Nhập hồ sơ", "Import"), "file-upload"))
            .AddNav(new NavEntry([.. writers, AccountRole.CommuneCommittee], "/records/wrong", new("Hồ sơ chưa đúng", "Not right"), "list-check"))
            .AddToday<RecordsToday>();
        return services.AddJob<ImportRecords>(new("Nhập hồ sơ từ tệp", "Import of records"), RecordsAccess.WritesFor, scope: ApiScopes.RecordsWrite).AddScoped<RecordStory>().AddScoped<DoseStory>().AddScoped<TakeFile>().AddScoped<CorrectRecord>().AddScoped<FixRow>().AddScoped<WrongRecords>().AddScoped<KeepPaper>().AddScoped<ChangePhone>();
    }

    /// <summary>Maps its addresses that are no pages.</summary>
    public static void MapRecords(this IEndpointRouteBuilder app)
    {
        ImportApi.Map(app);
        ImportFiles.Map(app);
        PaperFiles.Map(app);
    }
}
