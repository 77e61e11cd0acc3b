using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using XacThuc.Platform.Feedback.Report;
using XacThuc.Platform.Feedback.Review;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Feedback.Deadline;

/// <summary>Looks every half minute which cases come near their end and what the police decided, and forgets reports that nobody confirmed.</summary>
internal sealed class FeedbackHours(IServiceScopeFactory scopes, TimeProvider time, ILogger<FeedbackHours> log)
    : RepeatedWork(scopes, TimeSpan.FromSeconds(30), time, log)
{
    private readonly TimeProvider _time = time;

    protected override async Task Run(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<EscalateCases>().Run(stop);
        await services.GetRequiredService<PolicePart>().Look(stop);
        await ForgetDrafts.Run(services.GetRequiredService<PlatformDb>(), _time.GetUtcNow(), stop);
    }
}
