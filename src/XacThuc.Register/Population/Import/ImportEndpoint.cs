using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using XacThuc.Register.Population.Bring;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Api;
using XacThuc.Web.Clients;
using XacThuc.Web.Jobs;
using XacThuc.Web.Uploads;

namespace XacThuc.Register.Population.Import;

/// <summary>The population by HTTP: a file is taken, a job imports it, its problems can be read.</summary>
internal static class ImportEndpoint
{
    private const int MostProblems = 1000;

    public static string ProblemsOf(long job) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/jobs/{job}/problems");

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/population/import", Import).RequireAuthorization(ApiScopes.PopulationWrite)
            .Accepts<IFormFile>("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .WithName("ImportPopulation").WithSummary("Imports a file of the population");
        app.MapGet("/api/v1/jobs/{id:long}/problems", Problems).RequireAuthorization(ApiScopes.PopulationWrite)
            .Produces<ImportProblemPage>().WithName("ImportProblems").WithSummary("What is to be told of the rows of an imported file");
    }

    private static async Task<IResult> Import(HttpContext http, IdempotencyKey key, BringPopulation bring, CancellationToken stop)
    {
        if (http.Request.ContentLength > UploadFolder.Largest) return UploadRefusals.TooLarge.ToHttp();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        return (await bring.Run(http.Request.Body, key, SignedIn.Get(http.User), stop)).Match(Accepted, refused => refused.ToHttp());
    }

    private static async Task<IResult> Problems(
        HttpContext http, long id, [FromQuery] long? after, RegisterDb db, CancellationToken stop)
    {
        var unit = SignedIn.Get(http.User).UnitId;
        if (!await db.Jobs.AnyAsync(job => job.Id == id && job.UnitId == unit, stop))
            return Refusal.NotThere("job.not_there", "Không có công việc này.", "There is no such job.").ToHttp();
        var problems = await db.Set<ImportProblem>().AsNoTracking().Where(p => p.JobId == id && p.Id > (after ?? 0))
            .OrderBy(p => p.Id).Take(MostProblems).ToListAsync(stop);
        var next = problems.Count == MostProblems ? $"{ProblemsOf(id)}?after={problems[^1].Id}" : null;
        return TypedResults.Ok(new ImportProblemPage(
            [.. problems.Select(p => new ToldProblem(p.Line, p.Column, p.Sentence))], next));
    }

    private static IResult Accepted(Job job) =>
        TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/jobs/{job.Id}"));
}

/// <summary>One thing to tell of a row.</summary>
internal sealed record ToldProblem(long Line, string Column, string Sentence);

/// <summary>A page of them, and where the next one is.</summary>
internal sealed record ImportProblemPage(IReadOnlyList<ToldProblem> Problems, string? Next);
