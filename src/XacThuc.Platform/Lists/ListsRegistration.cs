using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Lists.Answer;
using XacThuc.Platform.Lists.Approve;
using XacThuc.Platform.Lists.Bring;
using XacThuc.Platform.Lists.Edit;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Lists.Open;
using XacThuc.Platform.Lists.Registered;
using XacThuc.Platform.Lists.Send;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Lists;

/// <summary>The work on lists of people to be vaccinated as a part of the house.</summary>
public static class ListsRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddLists(this IServiceCollection services)
    {
        ListsAccess.AddPolicies(services.AddAuthorizationBuilder());
        AccountRole[] readers = [.. Enum.GetValues<AccountRole>().Where(ListsAccess.MayRead)];
        return services
            .AddNav(new NavEntry(readers, "/lists", new("Danh sách tiêm (8938)", "Lists (8938)"), "vaccine"))
            .AddToday<ListsToday>()
            .AddScoped<OpenList>().AddScoped<BringPeople>().AddScoped<FindAlike>().AddScoped<SettleAlike>().AddScoped<EditPerson>()
            .AddScoped<SendForVerification>().AddScoped<ApproveList>().AddScoped<ListGestures>().AddScoped<TakeRegistered>().AddScoped<RefuseRegistered>()
            .AddBorderHandler<SurveyListSigned, SignedListReceipt, ReceiveVerified>().AddBorderHandler<SurveyListReturned, Receipt, ReceiveVerified>();
    }
}
