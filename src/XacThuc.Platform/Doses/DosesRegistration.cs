using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Doses.Bring;
using XacThuc.Platform.Doses.Bring.People;
using XacThuc.Platform.Doses.Correct;
using XacThuc.Platform.Doses.Evidence;
using XacThuc.Platform.Doses.Same;
using XacThuc.Platform.Doses.Same.Look;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses;

/// <summary>The work on doses as a part of the house.</summary>
public static class DosesRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddDoses(this IServiceCollection services)
    {
        AccountRole[] writers = [.. Enum.GetValues<AccountRole>().Where(role => RecordsAccess.RightOf(role) == RecordsRight.Write)];
        return services
            .AddNav(new NavEntry(writers, "/doses", new("Mũi tiêm", "Doses"), "vaccine"))
            .AddScoped<BringDoses>().AddScoped<PlaceDoses>().AddScoped<FindPerson>().AddScoped<SettleDoseRow>()
            .AddScoped<FindSame>().AddScoped<JoinSame>().AddScoped<SplitSame>().AddScoped<SamePairs>()
            .AddJob<SeekSame>(new("Tìm mũi tiêm ghi hai lần", "Search for doses recorded twice"), RecordsAccess.WritesFor)
            .AddScoped<KeepDosePaper>().AddScoped<CorrectDose>().AddToday<DosesToday>();
    }

    /// <summary>Maps its addresses that are no pages.</summary>
    public static void MapDoses(this IEndpointRouteBuilder app) => DosePaperFiles.Map(app);
}
