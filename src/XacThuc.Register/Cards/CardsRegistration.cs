using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Cards.Answer;
using XacThuc.Register.Cards.Ask;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Cards;

/// <summary>Registers the work on cards.</summary>
internal static class CardsRegistration
{
    public static IServiceCollection AddCards(this IServiceCollection services)
    {
        CardsAccess.AddPolicies(services.AddAuthorizationBuilder());
        return services
            .AddScoped<AskForCards>().AddScoped<NoteAnswer>()
            .AddBorderHandler<CardRequestAnswered, Receipt, TakeAnswer>()
            .AddToday<CardsToday>()
            .AddNav(new NavEntry([AccountRole.CommunePolice, AccountRole.DistrictPolice], "/cards", new("Cấp căn cước", "Cards"), "id"));
    }
}
