using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Register.Cases;
using XacThuc.Register.Population;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Documents;
using XacThuc.Web.Hosting;
using XacThuc.Web.Shell;

namespace XacThuc.Register.Identity.Issue;

/// <summary>
/// Finds a resident by number, issues an e-identity, prints the slip. Everything is sent by form: a person's number stands in no
/// address.
/// </summary>
internal sealed class IssuePage(RegisterDb db, IssueIdentity issue, HouseSettings house, TimeProvider time) : PageModel
{
    /// <summary>The number typed.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>The level chosen.</summary>
    [BindProperty]
    public int Level { get; set; } = 1;

    /// <summary>Whether the card was seen.</summary>
    [BindProperty]
    public bool CardSeen { get; set; }

    /// <summary>Of the identity as it was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The person found.</summary>
    public Person? Person { get; private set; }

    /// <summary>The commune's name.</summary>
    public string Commune { get; private set; } = "";

    /// <summary>Their identity.</summary>
    public EIdentity? Identity { get; private set; }

    /// <summary>The slip, shown this once.</summary>
    public SlipSheet? Sheet { get; private set; }

    /// <summary>Whether it was closed just now.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Why not.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Finds.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return Refuse(IdentityRefusals.NotThere);
        await db.Save(SignedIn.Get(User).NewAct(time, "identity.view", $"person:{Person!.Id}"), stop);
        return Page();
    }

    /// <summary>Issues.</summary>
    public async Task<IActionResult> OnPostIssueAsync(CancellationToken stop)
    {
        var me = SignedIn.Get(User);
        var done = await issue.Run(new Issuing(IdentityPeople.ReadNumber(Number), Level, CardSeen, Version), me, stop);
        db.ChangeTracker.Clear();
        await Load(stop);
        if (!done.TryGet(out var issued, out var refusal)) return Refuse(refusal);
        Sheet = new SlipSheet("Phiếu kích hoạt định danh điện tử", [SlipOf(issued)]);
        return Page();
    }

    /// <summary>Closes.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken stop)
    {
        var done = await issue.Close(IdentityPeople.ReadNumber(Number), Version, SignedIn.Get(User), stop);
        db.ChangeTracker.Clear();
        await Load(stop);
        if (done.Refusal is { } refusal) return Refuse(refusal);
        IsClosed = true;
        return Page();
    }

    // Paper for a citizen: Vietnamese whatever the officer reads.
    private Slip SlipOf(Issued issued) => new()
    {
        Unit = $"CÔNG AN {Commune.ToUpperInvariant()}",
        Number = $"ĐD-{issued.Identity.Id}-{issued.Identity.Version}",
        Title = $"PHIẾU KÍCH HOẠT ĐỊNH DANH ĐIỆN TỬ MỨC ĐỘ {issued.Identity.Level}",
        Name = Person!.FullName,
        Facts = [("Số định danh", IdentityPeople.InFull(Person.PersonalId)), ("Mã kích hoạt", issued.Activation), ("Dùng đến hết", Shown.Date(issued.Identity.ActivationUntil))],
        Words =
        [
            $"Quét mã QR, hoặc mở {new Uri(house.Url, "identity/activate")} trên điện thoại. Nhập số định danh và mã kích hoạt, rồi đặt mật khẩu của riêng mình.",
            "Mã dùng được một lần. Không cho ai xem phiếu này, kể cả cán bộ. Kích hoạt xong thì bỏ phiếu.",
        ],
        Come = "",
        Signs = "Cán bộ cấp",
        Link = new Uri(house.Url, "identity/activate").ToString(),
    };

    private async Task<bool> Load(CancellationToken stop)
    {
        var (me, number) = (SignedIn.Get(User), IdentityPeople.ReadNumber(Number));
        if (await db.FindPersonFor(me, number, stop) is not { } person) return false;
        (Person, Identity) = (person, await db.FindIdentity(number, stop));
        Commune = (await db.NamesOf([person.CommuneCode], me, stop)).GetValueOrDefault(person.CommuneCode, person.CommuneCode);
        Version = Identity?.Version ?? 0;
        ModelState.Clear();
        return true;
    }

    private PageResult Refuse(Refusal refusal)
    {
        Refusal = refusal;
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return Page();
    }
}
