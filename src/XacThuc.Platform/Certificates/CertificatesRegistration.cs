using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Certificates.Confirm;
using XacThuc.Platform.Certificates.Follow;
using XacThuc.Platform.Certificates.Issue;
using XacThuc.Platform.Certificates.Keys;
using XacThuc.Platform.Certificates.Publish;
using XacThuc.Web.Accounts;
using XacThuc.Web.Hosting;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Certificates;

/// <summary>The work with certificates as a part of the house.</summary>
internal static class CertificatesRegistration
{
    public static IServiceCollection AddCertificates(this IServiceCollection services, HouseSettings house)
    {
        CertificatesAccess.AddPolicies(services.AddAuthorizationBuilder());
        AccountRole[] readers = [.. Enum.GetValues<AccountRole>().Where(CertificatesAccess.MayLook)];
        return services
            .AddNav(new NavEntry(readers, "/certificates", new("Chứng nhận", "Certificates"), "certificate"))
            .AddSingleton(new HouseKeys(house.Folder)).AddSingleton<CertificateSigners>().AddSingleton<PublishedLists>()
            .AddJob<IssueAll>(new("Cấp chứng nhận hàng loạt", "Issue certificates to all"), (me, _) => CertificatesAccess.MayIssueAll(me.Role), IssueCounts.Names)
            .AddScoped<WriteCertificate>().AddScoped<IssueOne>().AddScoped<FollowChanges>().AddHostedService<FollowHours>()
            .AddScoped<DrawConfirmation>().AddScoped<SignConfirmation>().AddToday<CertificatesToday>();
    }

    /// <summary>Maps what is no page.</summary>
    public static void MapCertificates(this IEndpointRouteBuilder app) => ListAddresses.Map(app);
}
