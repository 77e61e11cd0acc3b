using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Signed;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Sign.Check;

/// <summary>
/// Judges a signature that came with a document: results of a session that somebody hands over, or any other file. Neither
/// is kept; where the document is a version of results that whoever asks may see, the page leads there.
/// </summary>
[Authorize(Policy = SessionsAccess.Read)]
[RequestSizeLimit(LongestDocument + BroughtPapers.LongestSignature + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = LongestDocument + BroughtPapers.LongestSignature)]
internal sealed class SignaturePage(PlatformDb db, DocumentTrust trust, TimeProvider time) : PageModel
{
    /// <summary>No document is longer, in bytes.</summary>
    public const int LongestDocument = 20_000_000;

    /// <summary>What the signature comes to; none before one was brought.</summary>
    public Bilingual? Sentence { get; private set; }

    /// <summary>Whether it is right.</summary>
    public bool IsRight { get; private set; }

    /// <summary>The results whose document it is, where they are known here.</summary>
    public KnownResult? Known { get; private set; }

    /// <summary>The last day that can be chosen.</summary>
    public DateOnly Today => Shown.Day(time.GetUtcNow());

    /// <summary>Why nothing was judged.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Judges a document and its signature.</summary>
    /// <param name="document">The document.</param>
    /// <param name="signature">The file that came with it.</param>
    /// <param name="received">On which day it came; today where it is not said.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IActionResult> OnPostAsync(IFormFile? document, IFormFile? signature, DateOnly? received, CancellationToken stop)
    {
        if (document is null || signature is null) return Refused(SignRefusals.NoPair);
        if (document.Length > LongestDocument || signature.Length > BroughtPapers.LongestSignature) return Refused(SignRefusals.TooLong);
        if (!trust.Open().TryGet(out var checker, out var refusal)) return Refused(refusal);
        var content = await BytesOf(document, stop);
        var now = time.GetUtcNow();
        var at = received is { } day && day < Today ? Shown.MomentOf(day, TimeOnly.MaxValue) : now;
        var check = checker.Check(content, await BytesOf(signature, stop), at);
        (Sentence, IsRight) = (SignatureSentences.Of(check), check is SignatureCheck.Right);

        var me = SignedIn.Get(User);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        Known = await Find(digest, me, stop);
        await db.Save(me.NewAct(time, "signature.check", Known is { } known ? $"day:{known.Code}" : "document", digest), stop);
        return Page();
    }

    private static async Task<byte[]> BytesOf(IFormFile file, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    private Task<KnownResult?> Find(string digest, SignedIn me, CancellationToken stop) =>
        db.SessionsOf(me).Join(db.Set<SessionResult>().Where(result => result.Digest == digest), session => session.Id, result => result.SessionId,
                (session, result) => new KnownResult(session.Id, session.Code, result.Version, db.Set<SessionResult>().Any(later => later.SessionId == session.Id && later.Version > result.Version)))
            .FirstOrDefaultAsync(stop);

    private PageResult Refused(Refusal refusal)
    {
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}

/// <summary>Results that a document is.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Code">Its number.</param>
/// <param name="Version">Which version.</param>
/// <param name="IsReplaced">Whether there is a later one.</param>
internal sealed record KnownResult(long SessionId, string Code, int Version, bool IsReplaced);
