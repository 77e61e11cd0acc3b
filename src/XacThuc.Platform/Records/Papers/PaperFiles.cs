using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records.Papers;

/// <summary>Shows the photo of a paper to whoever may see the record: as a picture or a download, never as a page.</summary>
internal static class PaperFiles
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/records/{reference:length(20)}/papers/{id:long}", Show).RequireAuthorization(RecordsAccess.Read).ExcludeFromDescription();

    private static async Task<IResult> Show(
        HttpContext http, ClaimsPrincipal user, string reference, long id, PlatformDb db, TimeProvider time, CancellationToken stop)
    {
        var me = SignedIn.Get(user);
        if (!(await RecordReach.Find(db, reference, me, stop)).TryGet(out var record, out var refusal)) return refusal.ToHttp();
        var paper = await db.Set<RecordPaper>().AsNoTracking().FirstOrDefaultAsync(paper => paper.Id == id && paper.RecordId == record.Id, stop);
        if (paper is null) return PaperRefusals.NotThere.ToHttp();
        var bytes = await db.Set<PaperFile>().Where(file => file.Digest == paper.Digest).Select(file => file.Bytes).FirstAsync(stop);
        await db.Save(me.NewAct(time, "record.paper_view", $"record:{reference}", paper.Digest[..16]), stop);

        return Answer(http, bytes, paper.Kind, $"{reference}-{paper.Id}");
    }

    /// <summary>A paper as an answer.</summary>
    public static IResult Answer(HttpContext http, byte[] bytes, PaperKind kind, string name)
    {
        // Whatever hides in it runs nowhere: no script, no frame, no other address.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        return kind == PaperKind.Pdf
            ? TypedResults.File(bytes, kind.MediaType(), $"{name}.{kind.Ending()}")
            : TypedResults.File(bytes, kind.MediaType());
    }
}
