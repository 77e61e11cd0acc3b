using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Feedback.Review;
using XacThuc.Platform.Portal;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Follow;

/// <summary>Where a case stands, for whoever has its code and knows the end of its phone's number; and what its owner can do.</summary>
[RequestSizeLimit(SentPhotos.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SentPhotos.MostBytes)]
[Compressed]
internal sealed class FollowPage(PlatformDb db, FindCase find, AnswerBack back, SentPhotos sent, AddressMeters meters, TimeProvider time) : PageModel
{
    /// <summary>The code typed; by post, so that it stands in no address.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The last four digits typed.</summary>
    [BindProperty]
    public string? Last4 { get; set; }

    /// <summary>Photos that come with an answer.</summary>
    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    /// <summary>The case.</summary>
    public FeedbackCase? Case { get; private set; }

    /// <summary>What the accepted case will say.</summary>
    public CaseChanges Changes { get; private set; } = new(null, [], "");

    /// <summary>What happened, as far as it concerns its owner.</summary>
    public IReadOnlyList<CaseStep> Steps { get; private set; } = [];

    /// <summary>The unit that answers.</summary>
    public string? Unit { get; private set; }

    /// <summary>Tone and sentence of where it stands.</summary>
    public (Tone Tone, string Sentence) Standing { get; private set; }

    /// <summary>Why nothing is shown or done.</summary>
    public Refusal? Refusal { get; private set; }

    public void OnGet()
    {
        // The form is empty.
    }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Done(one => Task.FromResult<Result<FeedbackCase>>(one), stop);

    /// <summary>Answers, or opens it again.</summary>
    public Task<IActionResult> OnPostGoOnAsync([Bind(Prefix = "")] BackForm form, CancellationToken stop) => Done(async one =>
    {
        if (!(await sent.Read(Photos, HttpContext.Connection.RemoteIpAddress, stop)).TryGet(out var photos, out var refusal)) return refusal;
        return await back.GoOn(one, form, photos, stop);
    }, stop);

    /// <summary>Confirms the data, or says that they are not right.</summary>
    public Task<IActionResult> OnPostConfirmAsync(bool right, string? words, CancellationToken stop) => Done(one => back.Confirm(one, right, words, stop), stop);

    /// <summary>Rates the answer.</summary>
    public Task<IActionResult> OnPostRateAsync(int stars, CancellationToken stop) => Done(one => back.Rate(one, stars, stop), stop);

    private async Task<IActionResult> Done(Func<FeedbackCase, Task<Result<FeedbackCase>>> act, CancellationToken stop)
    {
        var found = meters.MayLook(HttpContext.Connection.RemoteIpAddress) ? await find.Run(Code, Last4, stop) : RegisterRefusals.TooManyOfAddress;
        if (found.TryGet(out var one, out var refusal))
        {
            refusal = (await act(one)).Refusal;
            db.ChangeTracker.Clear();
            await Load(one.Id, stop);
        }

        if (refusal is null) return Page();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task Load(long id, CancellationToken stop)
    {
        Case = await db.Set<FeedbackCase>().AsNoTracking().FirstAsync(one => one.Id == id, stop);
        Unit = await db.Units.Where(unit => unit.Id == Case.UnitId).Select(unit => unit.Name).FirstOrDefaultAsync(stop) ?? Speech.Say("Trung tâm Y tế", "The health centre");
        Changes = CaseChanges.Of(Case);

        // What units write to each other is not the citizen's, nor who of them did what.
        Steps = await db.Set<CaseStep>().AsNoTracking().Where(step => step.CaseId == id && step.Kind != CaseStepKind.TakenBack).OrderBy(step => step.Id).ToListAsync(stop);
        Standing = CaseSentences.Of(Case, Unit, time.GetUtcNow());
    }
}
