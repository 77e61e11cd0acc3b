using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Campaigns.Groups;
using XacThuc.Platform.Campaigns.Texts;
using XacThuc.Platform.Messages;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Documents;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Campaigns.Print;

/// <summary>
/// Letters to the people of a campaign whose records the own unit works on, in the order in which they are carried round. They name
/// people: the operator who runs the campaign does not see them.
/// </summary>
[Authorize(Policy = CampaignsAccess.Letters)]
internal sealed class LettersPage(PlatformDb db, PrintedCampaign printed, HouseSettings house, TimeProvider time) : PageModel
{
    /// <summary>How many are printed at once.</summary>
    public const int Most = 400;

    /// <summary>The campaign.</summary>
    public Campaign Campaign { get; private set; } = null!;

    /// <summary>The letters.</summary>
    public SlipSheet Sheet { get; private set; } = null!;

    /// <summary>Hamlets with their people.</summary>
    public IReadOnlyList<(string Hamlet, int People)> Hamlets { get; private set; } = [];

    /// <summary>Whether there are more.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Which hamlet; all where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Hamlet { get; set; }

    /// <summary>Only those whom no message reached.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unreached { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    /// <summary>The same as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(long id, CancellationToken stop) =>
        await Load(id, stop) && Sheet.Slips.Count > 0 ? File(FormPdf.Of(Sheet), FormPdf.Type, $"{Campaign.Code}-thu-bao.pdf") : NotFound();

    private async Task<bool> Load(long id, CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        if (!(await db.FindCampaign(id, me, stop)).TryGet(out var campaign, out _) || !campaign.Goes(CampaignChannels.Letters)) return false;
        Campaign = campaign;
        var (unit, subject) = (me.UnitId, campaign.Subject);
        var people = db.Set<CampaignPerson>().AsNoTracking().Where(person => person.CampaignId == id && person.UnitId == unit);
        Hamlets = [.. (await people.GroupBy(person => person.Hamlet).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop))
            .Where(group => group.Key.Length > 0).OrderBy(group => NameText.SearchOf(group.Key), StringComparer.Ordinal).Select(group => (group.Key, group.Count))];
        if (Hamlet is { Length: > 0 } hamlet) people = people.Where(person => person.Hamlet == hamlet);
        if (Unreached)
            people = people.Where(person => person.Told != PersonTold.WithFamily
                && !db.Set<ShortMessage>().Any(message => message.Subject == subject && message.Kind == MessageKind.Campaign && message.About == person.RecordId && message.State == MessageState.Sent));
        var now = time.GetUtcNow();
        var records = await GroupPeople.Of(db, campaign, now).AsNoTracking().Where(record => people.Any(person => person.RecordId == record.Id))
            .OrderBy(record => record.Hamlet).ThenBy(record => record.NameSort).ThenBy(record => record.Id).Take(Most + 1).ToListAsync(stop);
        IsCut = records.Count > Most;
        var station = await printed.UnitOf(me, stop);
        var words = (await printed.Texts(campaign, me, stop)).Where(text => text.Language == CampaignLanguages.Vietnamese).Select(text => text.Words).FirstOrDefault("");
        Sheet = new SlipSheet(
            $"Thư báo {campaign.Code}",
            [
                .. records.Take(Most).OrderBy(record => NameText.SearchOf(record.Hamlet), StringComparer.Ordinal).ThenBy(record => record.NameSort, StringComparer.Ordinal)
                    .Select((record, i) => LetterOf(record, i + 1, station, words)),
            ]);
        await db.Save(me.NewAct(time, "campaign.letters", campaign.Subject), stop);
        return true;
    }

    private Slip LetterOf(VaccinationRecord record, int number, string station, string words) => new()
    {
        Unit = station,
        Number = $"{Campaign.Code}, số {number}",
        Title = CampaignLanguages.Vietnamese.Letter,
        Name = record.FullName,
        Facts = [("Ngày sinh", record.DateOfBirth), ("Nơi ở", record.Hamlet.Length > 0 ? record.Hamlet : "chưa ghi")],
        Words = words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries),
        Come = $"Mời đến {station}, ngày ....../....../..........",
        Signs = "Người lập thư",
        Link = new Uri(house.Url, $"/records/{record.Ref}/correct").AbsoluteUri,
    };
}
