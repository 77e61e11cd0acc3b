using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Texts;
using XacThuc.Register.Population.Import;
using XacThuc.Web.Accounts;
using XacThuc.Web.Jobs;
using XacThuc.Web.Tables;

namespace XacThuc.Register.Population.Bring;

/// <summary>What is to be told of the rows of an imported file.</summary>
internal sealed class ProblemsPage(RegisterDb db) : PageModel
{
    private static readonly ListShape<ImportProblem> Shape = new ListShape<ImportProblem>(problem => problem.Id)
        .Number("line", new("Dòng", "Row"), problem => problem.Line)
        .Text("column", new("Cột", "Column"), problem => problem.Column)
        .Text("sentence", new("Cần làm gì", "What to do"), problem => problem.Sentence);

    /// <summary>The import.</summary>
    public long JobId { get; private set; }

    /// <summary>The list.</summary>
    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        var job = await db.FindJob(SignedIn.Get(User), id, stop);
        if (!ImportPopulation.Kind.Equals(job?.Kind, StringComparison.Ordinal)) return NotFound();
        JobId = id;
        var problems = db.Set<ImportProblem>().AsNoTracking().Where(problem => problem.JobId == id);
        if (Shape.WantsWorkbook(Request)) return Shape.Workbook(problems, Request, "population-problems");
        List = await Shape.Read(problems, Request, stop) with
        {
            Empty = Speech.Say("Mọi dòng của tệp đều nhập được, không có gì phải xem lại.", "Every row of the file is in; there is nothing to look at."),
        };
        return Page();
    }
}
