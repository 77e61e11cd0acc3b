using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Feedback.Bulk;
using XacThuc.Platform.Feedback.Deadline;
using XacThuc.Platform.Feedback.Follow;
using XacThuc.Platform.Feedback.Inbox;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Feedback.Report;
using XacThuc.Platform.Feedback.Review;
using XacThuc.Web.Accounts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback;

/// <summary>Citizens' reports as a part of the house: the form and the following are for everybody, the rest for staff.</summary>
public static class FeedbackRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        FeedbackAccess.AddPolicies(services.AddAuthorizationBuilder());
        AccountRole[] reviewers = [.. Enum.GetValues<AccountRole>().Where(FeedbackAccess.MayReview)];
        AccountRole[] overseers = [.. Enum.GetValues<AccountRole>().Where(FeedbackAccess.MayOversee)];
        return services
            .AddNav(new NavEntry(reviewers, "/feedback", new("Phản ánh", "Reports"), "message-report"))
            .AddNav(new NavEntry(overseers, "/feedback/oversight", new("Tiến độ phản ánh", "Reports by unit"), "chart-bar"))
            .AddToday<FeedbackToday>()
            .AddFeedbackPhotos()
            .AddScoped<SendReport>().AddScoped<ConfirmReport>().AddScoped<RecordReport>().AddScoped<RouteCase>().AddScoped<FeedbackWords>()
            .AddScoped<AcceptCase>().AddScoped<ApplyChanges>().AddScoped<PolicePart>().AddScoped<AnswerCase>().AddScoped<AnswerTogether>().AddScoped<BulkAnswer>()
            .AddScoped<FindCase>().AddScoped<AnswerBack>()
            .AddScoped<EscalateCases>().AddHostedService<FeedbackHours>()
            .PostConfigure<RazorPagesOptions>(pages =>
            {
                foreach (var folder in (string[])["/Feedback/Report", "/Feedback/Follow"]) pages.Conventions.AllowAnonymousToFolder(folder);
            });
    }

    /// <summary>Maps its addresses that are no pages.</summary>
    public static void MapFeedback(this IEndpointRouteBuilder app) => CasePhotos.Map(app);
}
