using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Shell.Problems;

/// <summary>
/// Whatever goes wrong on the way of a request ends here, in one form: a page for people, problem details for programs, one
/// sentence for a part of a page; with a number that stands in the log too.
/// </summary>
internal sealed partial class ProblemPages(RequestDelegate next, ILogger<ProblemPages> log)
{
    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // The last place that can tell the user; the log keeps what is known.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            var reference = NewReference();
            // An exception's message may quote what a person typed or the database holds: kind and place are enough.
            Broke(reference, Outage.KindsOf(failed), http.Request.Method, RouteOf(http), failed.StackTrace ?? "");
            if (http.Response.HasStarted)
            {
                // Cut off, so that nobody takes the half for the whole.
                http.Abort();
                return;
            }

            http.Response.Clear();
            await Answer(http, new Problem(Outage.StatusOf(failed), reference, null));
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            await Answer(http, new Problem(http.Response.StatusCode, null, Problem.RefusalOf(http)));
    }

    private async Task Answer(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        var request = http.Request;
        if (IsForProgram(request))
        {
            await (problem.Refusal?.ToProblem() ?? problem.ToDetails()).Write(http);
        }
        else if (request.Headers.ContainsKey("HX-Request") || request.Headers.ContainsKey("X-Worklist"))
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(problem.Sentence + problem.ReferenceSentence, http.RequestAborted);
        }
        else
        {
            // The page is reached by its own address, as if it had been asked for.
            http.Items[typeof(Problem)] = problem;
            http.SetEndpoint(null);
            request.RouteValues.Clear();
            (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, "/problem", QueryString.Empty);
            await next(http);
            if (!http.Response.HasStarted) http.Response.StatusCode = problem.Status;
        }
    }

    private static bool IsForProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || (request.Path.StartsWithSegments("/connect", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/connect/authorize", StringComparison.Ordinal))
        || request.Path.StartsWithSegments("/border", StringComparison.Ordinal)
        || request.Headers.Accept.ToString() is var accept
            && accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            && !accept.Contains("html", StringComparison.OrdinalIgnoreCase);

    // The pattern, not the address: an address may hold what somebody searched for.
    private static string RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?";

    // Eight letters and digits that cannot be mistaken for each other on the telephone.
    private static string NewReference() => RandomNumberGenerator.GetString("ACDEFGHJKMNPQRTUVWXY34679", 8);

    [LoggerMessage(LogLevel.Error, "Problem {Reference}: {Kinds} at {Method} {Route}\n{Place}")]
    private partial void Broke(string reference, string kinds, string method, string route, string place);
}
