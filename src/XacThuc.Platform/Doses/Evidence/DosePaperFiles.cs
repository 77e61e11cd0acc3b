using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Papers;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Doses.Evidence;

/// <summary>Shows the paper of a dose to whoever may see its record.</summary>
internal static class DosePaperFiles
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/doses/{id:long}/papers/{paperId:long}", Show).RequireAuthorization(RecordsAccess.Read).ExcludeFromDescription();

    private static async Task<IResult> Show(
        HttpContext http, ClaimsPrincipal user, long id, long paperId, PlatformDb db, TimeProvider time, CancellationToken stop)
    {
        var me = SignedIn.Get(user);
        if (!(await db.FindDose(id, me, stop)).TryGet(out _, out var refusal)) return refusal.ToHttp();
        var paper = await db.Set<DosePaper>().AsNoTracking().FirstOrDefaultAsync(paper => paper.Id == paperId && paper.DoseId == id, stop);
        if (paper is null) return PaperRefusals.NotThere.ToHttp();
        var bytes = await db.Set<PaperFile>().Where(file => file.Digest == paper.Digest).Select(file => file.Bytes).FirstAsync(stop);
        await db.Save(me.NewAct(time, "dose.paper_view", $"dose:{id}", paper.Digest[..16]), stop);
        return PaperFiles.Answer(http, bytes, paper.Kind, $"dose-{id}-{paper.Id}");
    }
}
