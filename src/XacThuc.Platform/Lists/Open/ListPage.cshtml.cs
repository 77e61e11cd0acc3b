using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Lists.Approve;
using XacThuc.Platform.Lists.Bring;
using XacThuc.Platform.Lists.Likeness;
using XacThuc.Platform.Lists.Send;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;
using XacThuc.Web.Uploads;

namespace XacThuc.Platform.Lists.Open;

/// <summary>One list: where it is, what is to be done next, its people.</summary>
[Authorize(Policy = ListsAccess.Read)]
[RequestSizeLimit(UploadFolder.Largest + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadFolder.Largest)]
internal sealed class ListPage(PlatformDb db, ListGestures gestures, TimeProvider time) : PageModel
{
    /// <summary>The list.</summary>
    public SurveyList List { get; private set; } = null!;

    /// <summary>Name of its unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Its people.</summary>
    public ListView People { get; private set; } = null!;

    /// <summary>How many stand where.</summary>
    public IReadOnlyDictionary<PersonState, int> Counts { get; private set; } = new Dictionary<PersonState, int>();

    /// <summary>How many have a field that is missing or cannot be read.</summary>
    public int Doubtful { get; private set; }

    /// <summary>How many likenesses nobody has settled.</summary>
    public int Alike { get; private set; }

    /// <summary>Parts that went to the police, the last first.</summary>
    public IReadOnlyList<ListPart> Parts { get; private set; } = [];

    /// <summary>Names of communes by code.</summary>
    public IReadOnlyDictionary<string, string> Communes { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Files, the last first.</summary>
    public IReadOnlyList<ListFile> Files { get; private set; } = [];

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Whether its people may be changed by whoever looks.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>Whether whoever looks may approve it.</summary>
    public bool MayApprove { get; private set; }

    /// <summary>The day by which the police are asked to answer, unless somebody says otherwise.</summary>
    public DateOnly Tomorrow => Shown.Day(time.GetUtcNow()).AddDays(1);

    /// <summary>How many stand in a state.</summary>
    public int Of(PersonState state) => Counts.GetValueOrDefault(state);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindSurvey(id, me, stop)).TryGet(out var list, out _)) return NotFound();
        db.ChangeTracker.Clear();
        if (PeopleList.Shape.WantsWorkbook(Request))
        {
            await db.Save(me.NewAct(time, "list.export", $"list:{list.Code}"), stop);
            return PeopleList.Shape.Workbook(db.Set<ListedPerson>().AsNoTracking().Where(person => person.ListId == id), Request, list.Code);
        }

        await Load(list, me, stop);
        await db.Save(me.NewAct(time, "list.view", $"list:{List.Code}"), stop);
        return Page();
    }

    /// <summary>Brings a file.</summary>
    public async Task<IActionResult> OnPostBringAsync(long id, IFormFile? file, string? organisation, CancellationToken stop)
    {
        if (file is null) return await Done(id, ListsRefusals.NoFile, stop);
        await using var content = file.OpenReadStream();
        var taken = await gestures.Bring.Take(id, content, new FileFrom(file.FileName, (organisation ?? "").Trim()), SignedIn.Get(User), stop);
        return taken.TryGet(out var next, out var refusal) ? LocalRedirect(next) : await Done(id, refusal, stop);
    }

    /// <summary>Sends whoever is not verified to the police.</summary>
    public async Task<IActionResult> OnPostSendAsync(long id, DateOnly? due, CancellationToken stop) =>
        await Done(id, (await gestures.Send.Run(id, due, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Approves the list.</summary>
    public async Task<IActionResult> OnPostApproveAsync(long id, CancellationToken stop) =>
        await Done(id, (await gestures.Approve.Run(id, SignedIn.Get(User), stop)).Refusal, stop);

    /// <summary>Gives the list up.</summary>
    public async Task<IActionResult> OnPostGiveUpAsync(long id, CancellationToken stop) =>
        await Done(id, (await gestures.Approve.GiveUp(id, SignedIn.Get(User), stop)).Refusal, stop);

    private async Task<IActionResult> Done(long id, Refusal? refusal, CancellationToken stop)
    {
        if (refusal is null) return LocalRedirect($"/lists/{id}");
        db.ChangeTracker.Clear();
        var me = SignedIn.Get(User);
        if (!(await db.FindSurvey(id, me, stop)).TryGet(out var list, out _)) return NotFound();
        await Load(list, me, stop);
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }

    private async Task Load(SurveyList list, SignedIn me, CancellationToken stop)
    {
        (List, MayWrite) = (list, list.IsOpen && ListsAccess.WritesFor(me, list.UnitId));
        MayApprove = list.State == ListState.Verified && ListsAccess.MayApprove(me.Role);
        Unit = await db.Units.Where(unit => unit.Id == list.UnitId).Select(unit => unit.Name).FirstAsync(stop);
        var all = db.Set<ListedPerson>().AsNoTracking().Where(person => person.ListId == list.Id);
        Counts = await all.GroupBy(person => person.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        Doubtful = await all.CountAsync(person => person.IsDoubtful && person.State == PersonState.AsEntered, stop);
        Alike = await db.Set<Alike>().CountAsync(alike => alike.ListId == list.Id && alike.State == AlikeState.Open, stop);
        Parts = await db.Set<ListPart>().AsNoTracking().Where(part => part.ListId == list.Id).OrderByDescending(part => part.Id).ToListAsync(stop);
        Files = await db.Set<ListFile>().AsNoTracking().Where(file => file.ListId == list.Id).OrderByDescending(file => file.Id).ToListAsync(stop);
        var codes = Parts.Select(part => part.CommuneCode).Distinct(StringComparer.Ordinal).ToArray();
        Communes = (await db.Places.AsNoTracking().Where(place => codes.Contains(place.Code)).ToListAsync(stop))
            .OrderByDescending(place => place.ValidFrom).DistinctBy(place => place.Code, StringComparer.Ordinal)
            .ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal);
        var people = await PeopleList.Shape.Read(all, Request, stop);
        People = people.WithLinks(number => $"/lists/{list.Id}/people/{number}") with
        {
            Empty = Speech.Say("Chưa có ai trong danh sách. Đưa tệp lên, hoặc thêm từng người.", "Nobody is on the list yet. Bring a file, or add people one by one."),
        };
    }
}

/// <summary>What can be done with a list.</summary>
internal sealed record ListGestures(BringPeople Bring, SendForVerification Send, ApproveList Approve);
