using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Records.Correct;
using XacThuc.Platform.Records.Import;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Records;

/// <summary>The work on records as a part of the house.</summary>
public static class RecordsRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        RecordsAccess.AddPolicies(services.AddAuthorizationBuilder());
        return services.AddJob<ImportRecords>().AddScoped<TakeFile>().AddScoped<CorrectRecord>().AddScoped<FixRow>();
    }

    /// <summary>Maps its addresses that are no pages.</summary>
    public static void MapRecords(this IEndpointRouteBuilder app) => ImportApi.Map(app);
}
