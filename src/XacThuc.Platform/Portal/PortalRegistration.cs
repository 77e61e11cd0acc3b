using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Follow;
using XacThuc.Platform.Portal.LookUp;
using XacThuc.Platform.Portal.My;
using XacThuc.Platform.Portal.My.Data;
using XacThuc.Platform.Portal.My.Family;
using XacThuc.Platform.Portal.My.Phone;
using XacThuc.Platform.Portal.PersonalCode;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Portal.Visits;
using XacThuc.Platform.Portal.VNeId;
using XacThuc.Web.Acts;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Portal;

/// <summary>
/// The citizens' portal as a part of the house: the same data for another audience. Its pages are for everybody, stand below
/// <c>/portal</c> in a layout of their own, and lead to no page of the staff.
/// </summary>
public static class PortalRegistration
{
    /// <summary>Where its pages stand.</summary>
    public const string Folder = "/Portal";

    /// <summary>Whoever comes from outside, in the audit: nobody by name.</summary>
    internal static Actor Citizen { get; } = new("portal", "", "citizen");

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services, HouseSettings house)
    {
        CitizenSessions.Add(services);
        services.AddVNeId(house);
        return services
            .AddSingleton<PortalLimits>().AddSingleton<AddressMeters>().AddSingleton<OneTimeCodes>().AddScoped<PhoneCodes>()
            .AddSingleton<AskedMeters>().AddScoped<FindRecords>().AddScoped<AskToLook>().AddScoped<ConfirmLook>()
            .AddScoped<MyRecords>().AddScoped<WhoLooked>().AddScoped<CheckAgain>().AddScoped<AgreeToFamily>().AddScoped<TakeData>().AddScoped<SetPhone>()
            .AddScoped<Qids>().AddScoped<MakeCode>().AddScoped<DeclareVisit>().AddScoped<OwnVisits>()
            .AddScoped<AskToRegister>().AddScoped<ConfirmPhone>().AddScoped<FindStatus>().AddHostedService<ForgetUnconfirmed>()

            // Razor Pages begins with a fresh list when it is configured itself.
            .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AllowAnonymousToFolder(Folder));
    }
}
