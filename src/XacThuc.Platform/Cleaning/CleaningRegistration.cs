using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Cleaning.Apply;
using XacThuc.Platform.Cleaning.Bring;
using XacThuc.Platform.Cleaning.Draw;
using XacThuc.Platform.Cleaning.Lists;
using XacThuc.Platform.Cleaning.Send;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Cleaning;

/// <summary>The work on cleaning lists as a part of the house.</summary>
public static class CleaningRegistration
{
    private static readonly AccountRole[] Seers =
        [.. Enum.GetValues<AccountRole>().Where(role => RecordsAccess.RightOf(role) >= RecordsRight.Read)];

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddCleaning(this IServiceCollection services) => services
        .AddNav(new NavEntry(Seers, "/cleaning", new("Làm sạch (2262)", "Cleaning (2262)"), "checklist"))
        .AddToday<CleaningToday>()
        .AddScoped<DrawList>().AddScoped<GiveUpList>().AddScoped<TakeFilled>().AddScoped<SendList>().AddScoped<AskApply>().AddScoped<ListGestures>()
        .AddJob<ApplyList>(new("Cập nhật danh sách làm sạch", "Apply a cleaning list"), RecordsAccess.WritesFor)
        .AddBorderHandler<CleaningListSigned, SignedListReceipt, ReceiveSigned>();
}
