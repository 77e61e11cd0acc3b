using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>Shows photos of a case to those who may answer it, and to nobody else; each look is noted.</summary>
internal static class CasePhotos
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/feedback/{id:long}/photos/{nth:int}", Show).RequireAuthorization(FeedbackAccess.Review).ExcludeFromDescription();

    /// <summary>Photos of a case without their pictures.</summary>
    public static Task<List<FeedbackPhoto>> PhotosOf(this PlatformDb db, long caseId, CancellationToken stop) =>
        db.Set<FeedbackPhoto>().AsNoTracking().Where(photo => photo.CaseId == caseId).OrderBy(photo => photo.Nth).Select(photo => new FeedbackPhoto
        {
            CaseId = photo.CaseId,
            Nth = photo.Nth,
            Digest = photo.Digest,
            Width = photo.Width,
            Height = photo.Height,
            Size = photo.Size,
            Covered = Array.Empty<byte>(),
            AddedAt = photo.AddedAt,
        }).ToListAsync(stop);

    /// <summary>A photo as an answer: a picture and nothing else.</summary>
    public static IResult Answer(HttpContext http, PhotoVault vault, FeedbackPhoto photo)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        try
        {
            return TypedResults.File(vault.Uncover(photo), "image/jpeg");
        }
        catch (CryptographicException)
        {
            // Covered under keys that this house has no more.
            return FeedbackRefusals.PhotoLost.ToHttp();
        }
    }

    private static async Task<IResult> Show(HttpContext http, ClaimsPrincipal user, long id, int nth, PlatformDb db, PhotoVault vault, TimeProvider time, CancellationToken stop)
    {
        var me = SignedIn.Get(user);
        if (await db.CasesOf(me).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } one) return FeedbackRefusals.NotThere.ToHttp();
        if (await db.Set<FeedbackPhoto>().AsNoTracking().FirstOrDefaultAsync(photo => photo.CaseId == id && photo.Nth == nth, stop) is not { } photo) return FeedbackRefusals.NotThere.ToHttp();
        if (!http.Request.Headers.ContainsKey("X-Ahead")) await db.Save(me.NewAct(time, "feedback.photo_view", $"feedback:{one.Ref}", photo.Digest[..16]), stop);
        return Answer(http, vault, photo);
    }
}
