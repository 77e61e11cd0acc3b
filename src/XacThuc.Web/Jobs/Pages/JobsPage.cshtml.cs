using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XacThuc.Matching.Texts;
using XacThuc.Web.Accounts;
using XacThuc.Web.Data;
using XacThuc.Web.Tables;

namespace XacThuc.Web.Jobs.Pages;

/// <summary>The long work of the unit and below, the newest first.</summary>
public sealed class JobsPage(HouseDb db, JobList list) : PageModel
{
    /// <summary>The list.</summary>
    public ListView List { get; private set; } = null!;

    /// <summary>Shows it, or gives it as a workbook.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var rows = JobList.Rows(db, SignedIn.Get(User));
        if (list.Shape.WantsWorkbook(Request)) return list.Shape.Workbook(rows, Request, "jobs");
        List = await list.Shape.Read(rows, Request, stop) with
        {
            Empty = Speech.Say("Nhập danh sách, xác thực hàng loạt và các việc dài khác sẽ hiện ở đây.", "Imports, authentication runs and other long work appear here."),
        };
        return Page();
    }
}
