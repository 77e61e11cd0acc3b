using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Lots;
using XacThuc.Platform.Sessions.Cards;
using XacThuc.Platform.Sessions.Close;
using XacThuc.Platform.Sessions.Correct;
using XacThuc.Platform.Sessions.Desk;
using XacThuc.Platform.Sessions.Desk.Later;
using XacThuc.Platform.Sessions.Invite;
using XacThuc.Platform.Sessions.Observe;
using XacThuc.Platform.Sessions.Plan;
using XacThuc.Platform.Sessions.Sign;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions;

/// <summary>The work at sessions, with their lots and doses, as a part of the house.</summary>
public static class SessionsRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        SessionsAccess.AddPolicies(services.AddAuthorizationBuilder());
        AccountRole[] readers = [.. Enum.GetValues<AccountRole>().Where(SessionsAccess.MayRead)];
        return services
            .AddNav(new NavEntry(readers, "/sessions", new("Buổi tiêm", "Sessions"), "calendar"))
            .AddToday<SessionsToday>()
            .AddScoped<PlanSession>().AddScoped<InvitePeople>().AddScoped<DayDesk>().AddScoped<PersonRecord>().AddScoped<Inject>().AddScoped<TakeLater>().AddScoped<CloseSession>().AddScoped<KeepLots>()
            .AddScoped<ProposeCorrection>().AddScoped<DecideCorrection>().AddScoped<ApplyCorrection>().AddScoped<ReportEvent>()
            .AddScoped<CardAnswers>().AddScoped<DeclineCards>().AddToday<CardsToday>().AddBorderHandler<CardRequestSent, Receipt, ReceiveCardRequest>()
            .AddScoped<DrawResult>().AddScoped<SignResult>();
    }
}
