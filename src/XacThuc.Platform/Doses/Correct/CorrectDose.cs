using XacThuc.Platform.Records;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses.Correct;

/// <summary>A dose as it should be, or that it was not given at all; with the version that was looked at.</summary>
public sealed record DoseForm(int Version, int Dose, string? Product, string? Lot, DateOnly GivenOn, string? Facility, string? Reason, bool IsWithdrawn);

/// <summary>
/// Corrects a dose that was brought from elsewhere, with a reason; what stood there is kept. A dose of a session is what a
/// chairman signs, and is corrected there by two people.
/// </summary>
internal sealed class CorrectDose(PlatformDb db, TimeProvider time)
{
    private const int MostDoses = 9;
    private const int LongestLot = 40;
    private const int LongestText = 300;

    public async Task<Result<Dose>> Run(long id, DoseForm form, SignedIn me, CancellationToken stop)
    {
        if (!(await db.FindDose(id, me, stop)).TryGet(out var found, out var refusal)) return refusal;
        if (RecordsAccess.RightOf(me.Role) != RecordsRight.Write) return DosesRefusals.NoDose;
        var dose = found.Dose;
        if (dose.SessionId is not null) return DosesRefusals.OfSession;
        if (dose.State != DoseState.Valid || dose.Version != form.Version) return DosesRefusals.Moved;
        if (Refuse(form) is { } why) return why;
        var act = me.NewAct(time, "dose.correct", $"dose:{id}", Said.Of(form.Reason, LongestText));
        db.Add(DoseVersion.End(dose, act));
        if (form.IsWithdrawn) dose.State = DoseState.Withdrawn;
        else (dose.Number, dose.Product, dose.Lot, dose.GivenOn, dose.Facility) = (form.Dose, form.Product!, Said.Of(form.Lot, LongestText).ToUpperInvariant(), form.GivenOn, Said.Of(form.Facility, LongestText));
        return await db.SaveFirst(act, stop) ? dose : DosesRefusals.Moved;
    }

    private Refusal? Refuse(DoseForm form)
    {
        if (Said.Of(form.Reason, LongestText).Length == 0) return DosesRefusals.NoReason;
        if (form.IsWithdrawn) return null;
        if (form.Dose is < 1 or > MostDoses) return DosesRefusals.NoNumber;
        if (!ProductCode.TryParse(form.Product, null, out var code) || VaccineCatalogue.Standard.Find(code) is not { } product) return DosesRefusals.NoProduct;
        if (Said.Of(form.Lot, LongestText).Length > LongestLot) return DosesRefusals.LongLot(LongestLot);
        return form.GivenOn < product.From || form.GivenOn > Shown.Day(time.GetUtcNow()) ? DosesRefusals.NoDay : null;
    }
}
