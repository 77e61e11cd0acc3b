using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;

namespace XacThuc.Web.Jobs.Pages;

/// <summary>A job's progress as server-sent events.</summary>
internal static class JobEvents
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    // The browser asks again by itself then, and has to be allowed to again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void MapJobEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/jobs/{id:long}/events", Answer).ExcludeFromDescription();

    private static async Task<IResult> Answer(
        long id, HttpContext http, HouseDb db, JobWords words, TimeProvider time, IHostApplicationLifetime house, CancellationToken stop)
    {
        var me = SignedIn.Get(http.User);
        if (await db.FindJob(me, id, stop) is null) return TypedResults.NotFound();
        return TypedResults.ServerSentEvents(Tell(id, me, db, words, time, house.ApplicationStopping, stop));
    }

    private static async IAsyncEnumerable<SseItem<string>> Tell(
        long id, SignedIn me, HouseDb db, JobWords words, TimeProvider time, CancellationToken closing,
        [EnumeratorCancellation] CancellationToken stop)
    {
        var began = time.GetTimestamp();
        var seen = new Queue<(long At, long Done)>();
        string? last = null;

        // A house that stops waits for no page: the browser asks the next one.
        while (!closing.IsCancellationRequested && time.GetElapsedTime(began) < Longest && await db.FindJob(me, id, stop) is { } job)
        {
            // The rate of the last ten seconds: a job that was resumed does not count its pause.
            seen.Enqueue((time.GetTimestamp(), job.Done));
            while (seen.Count > 2 && time.GetElapsedTime(seen.Peek().At) > TimeSpan.FromSeconds(10)) seen.Dequeue();
            var (since, before) = seen.Peek();
            var seconds = time.GetElapsedTime(since).TotalSeconds;
            var rate = seconds > 1 ? (job.Done - before) / seconds : JobNews.RateSinceStart(job, time.GetUtcNow());

            var news = JobNews.Of(job, words, rate);
            var text = JsonSerializer.Serialize(news, JsonSerializerOptions.Web);
            if (!string.Equals(text, last, StringComparison.Ordinal)) yield return new SseItem<string>(last = text);
            if (news.Ended) yield break;
            await Task.Delay(Pause, time, stop);
        }
    }
}
