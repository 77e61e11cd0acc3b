using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Units.Moving;

namespace XacThuc.Web.Units.Operate;

/// <summary>A row of the page: a unit, how deep it stands, what it became.</summary>
public sealed record PlaceLine(Place Place, int Depth, Place? Successor, int Below);

/// <summary>The operator's page of places: what there was on a day, new sets, and the units whose place has ended.</summary>
public sealed class PlacesPage(HouseDb db, PlaceShelf shelf, MoveUnits units, TimeProvider time) : PageModel
{
    private const long MostBytes = 8 * 1024 * 1024;

    /// <summary>The day that is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AsOf { get; set; }

    /// <summary>The code below which is shown; provinces where none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Under { get; set; }

    /// <summary>The day that is shown, read.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The rows: the way down, then what is directly below.</summary>
    public IReadOnlyList<PlaceLine> Lines { get; private set; } = [];

    /// <summary>Units whose place has ended by today.</summary>
    public IReadOnlyList<UnitMove> Moves { get; private set; } = [];

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Why something was not done.</summary>
    public string? Problem { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    /// <summary>A day as people write it here.</summary>
    public static string Shown(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The name of a level.</summary>
    public static string LevelName(PlaceLevel level) => level switch
    {
        PlaceLevel.Province => Speech.Say("Tỉnh, thành phố", "Province"),
        PlaceLevel.District => Speech.Say("Huyện", "District"),
        PlaceLevel.Commune => Speech.Say("Xã, phường, thị trấn", "Commune"),
        PlaceLevel.Hamlet => Speech.Say("Thôn, tổ dân phố", "Hamlet"),
    };

    /// <summary>Shows the places of the day.</summary>
    public Task OnGet(CancellationToken stop) => Show(stop);

    /// <summary>Loads a file.</summary>
    [RequestSizeLimit(MostBytes)]
    public async Task<IActionResult> OnPostLoad(IFormFile? file, CancellationToken stop)
    {
        if (file is null || file.Length == 0)
            return await Refused(Speech.Say("Chọn tệp CSV rồi bấm Nạp.", "Choose a CSV file, then press Load."), stop);

        await using var csv = file.OpenReadStream();
        var act = SignedIn.Get(User).NewAct(time, PlaceSets.ActKind, "places:file");
        var result = await PlaceSets.Load(db, csv, act, stop);
        if (!result.TryGet(out var loaded, out var refusal)) return await Refused(refusal.Sentence.ToString(), stop);
        Done = Speech.Say(
            $"Đã đọc {loaded.Rows} dòng: thêm {loaded.Added}, sửa hoặc kết thúc {loaded.Changed} đơn vị hành chính.",
            $"{loaded.Rows} rows read: {loaded.Added} places added, {loaded.Changed} changed or ended.");
        return RedirectToPage(new { AsOf, Under });
    }

    /// <summary>Moves the units whose place has a successor.</summary>
    public async Task<IActionResult> OnPostMove(CancellationToken stop)
    {
        var result = await units.All(Today, SignedIn.Get(User).Actor, time.GetUtcNow(), stop);
        if (!result.TryGet(out var moved, out var refusal)) return await Refused(refusal.Sentence.ToString(), stop);
        Done = Speech.Say($"Đã chuyển {moved.Count} đơn vị.", $"{moved.Count} units moved.");
        return RedirectToPage(new { AsOf, Under });
    }

    private async Task<PageResult> Refused(string problem, CancellationToken stop)
    {
        Problem = problem;
        Response.StatusCode = Refusals.StatusOf(RefusalKind.NotAcceptable);
        await Show(stop);
        return Page();
    }

    private async Task Show(CancellationToken stop)
    {
        if (DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Day = day;
        else
            Day = Today;
        AsOf = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var book = await shelf.Get(db, stop);
        var above = Under is not null && book.Find(Under, Day) is { } under ? book.Path(under, Day) : [];
        if (above.Count == 0) Under = null;
        Lines =
        [
            .. above.Select((place, depth) => Line(book, place, depth)),
            .. book.Children(Under, Day).Select(place => Line(book, place, above.Count)),
        ];
        Moves = await units.Find(Today, stop);
    }

    private PlaceLine Line(PlaceBook book, Place place, int depth) => new(
        place, depth, book.Successors(place).Skip(1).FirstOrDefault(), book.Children(place.Code, Day).Count());
}
