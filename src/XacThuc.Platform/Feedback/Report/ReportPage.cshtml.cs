using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Feedback.Photos;
using XacThuc.Platform.Portal.Codes;
using XacThuc.Platform.Portal.Register;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>The form with which a citizen says what is wrong: step by step, photo of the paper, code to the phone.</summary>
[RequestSizeLimit(SentPhotos.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SentPhotos.MostBytes)]
[Compressed]
internal sealed class ReportPage(PlatformDb db, SendReport send, SentPhotos sent, AskToRegister register, CitizenSessions sessions, PhoneCodes codes) : PageModel
{
    /// <summary>What stands in the form.</summary>
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    /// <summary>Photos that came with it.</summary>
    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    /// <summary>Communes to choose from.</summary>
    public IReadOnlyList<PortalCommune> Communes { get; private set; } = [];

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<(long Id, string Name)> Units { get; private set; } = [];

    /// <summary>Whoever is signed in.</summary>
    public Citizen? Citizen { get; private set; }

    /// <summary>What is to be put right.</summary>
    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    /// <summary>Why nothing was done.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What is to be put right at a field.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field.Equals(field, StringComparison.Ordinal))?.Sentence.ToString();

    /// <summary>The empty form; filled in from a record of whoever is signed in.</summary>
    public async Task OnGetAsync(string? about, FeedbackKind? kind, CancellationToken stop)
    {
        await Load(stop);
        Form = Form with { Key = Guid.NewGuid(), Kind = kind ?? default, Phone = Citizen?.Phone };
        if (Citizen?.Person is { } person)
            Form = Form with { Name = person.Name, Date = person.DateOfBirth, Sex = person.Sex, IdNumber = person.Number };
        if (about is null || Citizen?.Records.Contains(about, StringComparer.Ordinal) != true) return;
        if (await db.Set<VaccinationRecord>().AsNoTracking().FirstOrDefaultAsync(record => record.Ref == about, stop) is not { } record) return;
        Form = Form with
        {
            Name = record.FullName,
            Date = record.DateOfBirth,
            Sex = record.Sex,

            // Whoever has the phone is not always the person.
            IdNumber = Citizen.Person?.Number ?? "",
            Commune = record.CommuneCode,
            Hamlet = record.Hamlet,
        };
    }

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        if (!(await sent.Read(Photos, HttpContext.Connection.RemoteIpAddress, stop)).TryGet(out var photos, out var refusal)) Problems = [new FormProblem("Photos", refusal.Sentence)];
        else if ((await send.Run(Form, photos, Citizen, HttpContext.Connection.RemoteIpAddress, stop)).TryGet(out var taken, out refusal) && taken.Problems.Count == 0)
            return LocalRedirect($"/portal/feedback/{taken.Ticket}");
        else (Problems, Refusal) = (taken?.Problems ?? [], refusal);
        Response.StatusCode = Refusals.StatusOf(refusal?.Kind ?? RefusalKind.NotAcceptable);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        Citizen = await sessions.Find(HttpContext);
        if (!codes.CanSend && Citizen is null) Refusal = RegisterRefusals.NoMessages;
        Communes = await register.Communes(stop);
        Units = [.. (await RouteCase.Facilities(db).Select(unit => new { unit.Id, unit.Name, unit.Kind }).ToListAsync(stop))
            .OrderBy(unit => unit.Kind).ThenBy(unit => NameText.SearchOf(unit.Name), StringComparer.Ordinal).Select(unit => (unit.Id, unit.Name))];
    }
}
