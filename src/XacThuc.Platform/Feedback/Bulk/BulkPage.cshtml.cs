using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Feedback.Inbox;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Feedback.Bulk;

/// <summary>Chooses equal cases, shows what each of them will be told, and then tells them.</summary>
[Authorize(Policy = FeedbackAccess.Review)]
internal sealed class BulkPage(PlatformDb db, BulkAnswer bulk, TimeProvider time) : PageModel
{
    /// <summary>Which list.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public FeedbackFilter Filter { get; set; } = new();

    /// <summary>Refuse for a reason, or say that the data are right.</summary>
    [BindProperty]
    public string? How { get; set; }

    /// <summary>The reason.</summary>
    [BindProperty]
    public RefusalReason? Reason { get; set; }

    /// <summary>The letter.</summary>
    [BindProperty]
    public string? Letter { get; set; }

    /// <summary>Those chosen: key and version.</summary>
    [BindProperty]
    public IList<string> Who { get; set; } = [];

    /// <summary>Cases to choose from, or those chosen.</summary>
    public IReadOnlyList<BulkCase> Cases { get; private set; } = [];

    /// <summary>Whether it is shown before it is done.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>What came of it.</summary>
    public BulkDone? Done { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether they are told that their data are right.</summary>
    public bool SaysRight => "right".Equals(How, StringComparison.Ordinal);

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    /// <summary>Shows what each will be told.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        var ids = Chosen().Select(one => one.Id).ToHashSet();
        Refusal = ids.Count == 0 ? FeedbackRefusals.NobodyChosen : SaysRight || (Reason is { } reason && Enum.IsDefined(reason)) ? null : FeedbackRefusals.NoReason;
        if (Refusal is not null)
        {
            Response.StatusCode = Refusals.StatusOf(Refusal.Kind);
            return Page();
        }

        (IsPreview, Cases) = (true, [.. Cases.Where(one => ids.Contains(one.Case.Id) && (!SaysRight || one.IsRight))]);
        if (string.IsNullOrWhiteSpace(Letter))
            Letter = SaysRight ? Speech.Say("Thông tin ông (bà) phản ánh đã đúng trên hệ thống.", "What you reported is right in the system already.") : Reason!.Value.Letter().Vi;
        ModelState.Clear();
        return Page();
    }

    /// <summary>Tells them.</summary>
    public async Task<IActionResult> OnPostTellAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        Done = SaysRight ? await bulk.SayRight(Chosen(), Letter, me, stop) : await bulk.Refuse(Chosen(), Reason, Letter, me, stop);
        db.ChangeTracker.Clear();
        await Load(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        Cases = await bulk.Of(Filter, me, stop);
        await db.Save(me.NewAct(time, "feedback.list", "feedback:bulk"), stop);
    }

    // As the form says it: "17.3" is the third version of case 17.
    private List<(long Id, int Version)> Chosen() =>
    [
        .. Who.Select(one => one.Split('.')).Where(parts => parts.Length == 2 && long.TryParse(parts[0], out _) && int.TryParse(parts[1], out _))
            .Select(parts => (long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))),
    ];
}
