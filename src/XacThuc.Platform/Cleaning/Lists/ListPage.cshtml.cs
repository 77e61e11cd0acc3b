using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Cleaning.Apply;
using XacThuc.Platform.Cleaning.Bring;
using XacThuc.Platform.Cleaning.Send;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;

namespace XacThuc.Platform.Cleaning.Lists;

/// <summary>One list: where it is, what is to be done next, its rows.</summary>
[Authorize(Policy = RecordsAccess.Read)]
internal sealed class ListPage(PlatformDb db, ListGestures gestures, JobDesk desk, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The list.</summary>
    public CleaningList List { get; private set; } = null!;

    /// <summary>Its rows of this page, each with the record's status now.</summary>
    public IReadOnlyList<(CleaningRow Row, RecordStatus? Now)> Rows { get; private set; } = [];

    /// <summary>What the signed list says, by row; empty before it came.</summary>
    public IReadOnlyDictionary<int, SignedLine> Said { get; private set; } = new Dictionary<int, SignedLine>();

    /// <summary>Files that came back, the last first.</summary>
    public IReadOnlyList<CleaningFile> Files { get; private set; } = [];

    /// <summary>How many rows are filled in.</summary>
    public int Filled { get; private set; }

    /// <summary>How many records of the list have which status now.</summary>
    public IReadOnlyDictionary<RecordStatus, int> Now { get; private set; } = new Dictionary<RecordStatus, int>();

    /// <summary>What became of rows.</summary>
    public IReadOnlyDictionary<RowState, int> States { get; private set; } = new Dictionary<RowState, int>();

    /// <summary>The job that applies it.</summary>
    public Job? Job { get; private set; }

    /// <summary>Number of the last row of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    /// <summary>Whether a page follows.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether the list may be moved.</summary>
    public bool MayMove => RecordsAccess.RightOf(SignedIn.Get(User).Role) == RecordsRight.Write;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!await Load(id, me, stop)) return NotFound();
        await db.Save(me.NewAct(time, "cleaning.view", $"cleaning:{List.Code}"), stop);
        return Page();
    }

    /// <summary>The list as a workbook to be filled in.</summary>
    public async Task<IActionResult> OnGetWorkbookAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindList(id, me, stop)).TryGet(out var list, out _)) return NotFound();
        await db.Save(me.NewAct(time, "cleaning.export", $"cleaning:{list.Code}"), stop);
        return ListWorkbook.Of(db, list);
    }

    /// <summary>Brings a filled file.</summary>
    public async Task<IActionResult> OnPostBringAsync(long id, IFormFile? file, CancellationToken stop)
    {
        if (!MayMove) return Forbid();
        if (file is null) return await Done(id, CleaningRefusals.NoFile, stop);
        await using var content = file.OpenReadStream();
        var kept = await gestures.Take.Keep(id, content, file.FileName, SignedIn.Get(User), stop);
        return kept.TryGet(out var brought, out var refusal) ? LocalRedirect($"/cleaning/{id}/files/{brought.Id}") : await Done(id, refusal, stop);
    }

    /// <summary>Sends the list to the police.</summary>
    public async Task<IActionResult> OnPostSendAsync(long id, CancellationToken stop) =>
        MayMove ? await Done(id, (await gestures.Send.Run(id, SignedIn.Get(User), stop)).Refusal, stop) : Forbid();

    /// <summary>Gives the list up.</summary>
    public async Task<IActionResult> OnPostGiveUpAsync(long id, CancellationToken stop) =>
        MayMove ? await Done(id, (await gestures.GiveUp.Run(id, SignedIn.Get(User), stop)).Refusal, stop) : Forbid();

    /// <summary>Has the signed list applied.</summary>
    public async Task<IActionResult> OnPostApplyAsync(long id, CancellationToken stop) =>
        MayMove ? await Done(id, (await gestures.Apply.Run(id, SignedIn.Get(User), stop)).Refusal, stop) : Forbid();

    private async Task<IActionResult> Done(long id, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/cleaning/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, SignedIn.Get(User), stop)) return NotFound();
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task<bool> Load(long id, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindList(id, me, stop)).TryGet(out var list, out _)) return false;
        db.ChangeTracker.Clear();
        List = list;
        if (ListDigest.FindList(list.Content) is { } signed) Said = signed.Lines.ToDictionary(line => line.Number);
        var all = db.Set<CleaningRow>().AsNoTracking().Where(row => row.ListId == id);
        var now = all.Join(db.Set<VaccinationRecord>(), row => row.RecordId, record => record.Id, (row, record) => new { row, record.Status });
        var page = await now.Where(pair => pair.row.Number > After).OrderBy(pair => pair.row.Number).Take(PageSize + 1).ToListAsync(stop);
        HasMore = page.Count > PageSize;
        Rows = [.. page.Take(PageSize).Select(pair => (pair.row, pair.Status))];
        Filled = await all.CountAsync(
            row => row.FilledName != null || row.FilledSex != null || row.FilledDate != null || row.FilledNumber != null, stop);
        Files = await db.Set<CleaningFile>().AsNoTracking().Where(file => file.ListId == id).OrderByDescending(file => file.Id).ToListAsync(stop);
        if (list.State is ListState.Applying or ListState.Applied)
        {
            Job = await desk.Find<ApplyList>(list.UnitId, list.Code, stop);
            Now = await now.Where(pair => pair.Status != null).GroupBy(pair => pair.Status)
                .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key!.Value, group => group.Count, stop);
            States = await all.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        }

        return true;
    }
}

/// <summary>What can be done with a list.</summary>
internal sealed record ListGestures(TakeFilled Take, SendList Send, GiveUpList GiveUp, AskApply Apply);
