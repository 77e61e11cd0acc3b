using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Records.Wrong;

/// <summary>The work-list of records that are not right.</summary>
[Authorize(Policy = RecordsAccess.Read)]
internal sealed class WrongPage(PlatformDb db, WrongRecords wrong, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    /// <summary>What is wanted.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public WrongFilter Filter { get; set; } = new();

    /// <summary>Key of the last record of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long After { get; set; }

    /// <summary>The records of the page.</summary>
    public IReadOnlyList<VaccinationRecord> Records { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>Communes within reach, by code.</summary>
    public IReadOnlyList<(string Code, string Name)> Communes { get; private set; } = [];

    /// <summary>Whether there is a page behind this one.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Whether corrections may be made.</summary>
    public bool MayCorrect => RecordsAccess.RightOf(SignedIn.Get(User).Role) == RecordsRight.Write;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var records = await wrong.Of(Filter, me, stop);
        Count = await WrongRecords.Count(records, stop);
        Records = await records.Where(record => record.Id > After).OrderBy(record => record.Id).Take(PageSize + 1).ToListAsync(stop);
        HasMore = Records.Count > PageSize;
        if (HasMore) Records = [.. Records.Take(PageSize)];
        var communes = await db.Places.AsNoTracking()
            .Where(place => place.Level == PlaceLevel.Commune && place.Path.StartsWith(me.Path) && place.ValidTo == null)
            .OrderBy(place => place.Code).Select(place => new { place.Code, place.Name }).ToListAsync(stop);
        Communes = [.. communes.Select(place => (place.Code, place.Name))];
        await db.Save(me.NewAct(time, "records.list", "records:wrong"), stop);
    }
}
