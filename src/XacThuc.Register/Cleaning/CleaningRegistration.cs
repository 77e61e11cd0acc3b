using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Cleaning.Decide;
using XacThuc.Register.Cleaning.Receive;
using XacThuc.Register.Cleaning.Sign;
using XacThuc.Register.Cleaning.Verify;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cleaning;

/// <summary>Registers the work on cleaning lists.</summary>
internal static class CleaningRegistration
{
    public static IServiceCollection AddCleaning(this IServiceCollection services)
    {
        CleaningAccess.AddPolicies(services.AddAuthorizationBuilder());
        return services
            .AddScoped<RowChecks>().AddScoped<ConfirmAgreed>().AddScoped<DecideRow>().AddScoped<SignList>()
            .AddBorderHandler<CleaningListSent, Receipt, ReceiveList>()
            .AddBorderAnswerHandler<CleaningListSigned, SignedListReceipt, ListAnswered>()
            .AddToday<CleaningToday>()
            .AddNav(new NavEntry(
                [AccountRole.CommunePolice, AccountRole.DistrictPolice], "/cleaning", new("Làm sạch (2262)", "Cleaning (2262)"), "checklist"));
    }
}
