using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Verification.Decide;
using XacThuc.Register.Verification.Missing;
using XacThuc.Register.Verification.Receive;
using XacThuc.Register.Verification.Return;
using XacThuc.Register.Verification.SecondLook;
using XacThuc.Register.Verification.Sign;
using XacThuc.Register.Verification.Verify;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Verification;

/// <summary>Registers the work on lists.</summary>
internal static class VerificationRegistration
{
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        VerificationAccess.AddPolicies(services.AddAuthorizationBuilder());
        return services
            .AddScoped<RowChecks>().AddScoped<ConfirmAgreed>().AddScoped<DecideRow>().AddScoped<SignList>().AddScoped<ReturnList>().AddScoped<AskSecondLook>().AddScoped<GiveSecondLook>().AddScoped<MissingResidents>()
            .AddBorderHandler<CleaningListSent, Receipt, ReceiveList>().AddBorderHandler<SurveyListSent, Receipt, ReceiveList>()
            .AddBorderAnswerHandler<CleaningListSigned, SignedListReceipt, ListAnswered>().AddBorderAnswerHandler<SurveyListSigned, SignedListReceipt, ListAnswered>()
            .AddToday<VerificationToday>()
            .AddNav(new NavEntry(
                [AccountRole.CommunePolice, AccountRole.DistrictPolice], "/lists", new("Danh sách", "Lists"), "checklist"));
    }
}
