using XacThuc.Matching.Texts;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Doses;

/// <summary>How doses are called on pages.</summary>
internal static class DosesTexts
{
    /// <summary>The product's name.</summary>
    public static string Product(Dose dose) => VaccineCatalogue.NameOf(dose.Product);

    /// <summary>Where it comes from.</summary>
    public static string Origin(Dose dose) => dose.Origin switch
    {
        DoseOrigin.Session => Speech.Say("buổi tiêm của đơn vị", "a session of the unit"),
        DoseOrigin.Import => dose.Facility.Length > 0
            ? Speech.Say($"nhập từ tệp: {dose.Facility}", $"brought in a file: {dose.Facility}")
            : Speech.Say("nhập từ tệp", "brought in a file"),
        DoseOrigin.Feedback => dose.Facility.Length > 0
            ? Speech.Say($"bổ sung theo phản ánh của người dân: {dose.Facility}", $"added since a citizen reported it: {dose.Facility}")
            : Speech.Say("bổ sung theo phản ánh của người dân", "added since a citizen reported it"),
    };

    /// <summary>What it is to the record.</summary>
    public static (Tone Tone, Bilingual Word) Of(DoseState state) => state switch
    {
        DoseState.Valid => (Tone.Right, new("được tính", "counts")),
        DoseState.Joined => (Tone.Plain, new("đã gộp vào mũi khác", "joined with another")),
        DoseState.Withdrawn => (Tone.Wrong, new("đã bỏ", "withdrawn")),
    };

    /// <summary>A dose in a line.</summary>
    public static string Line(Dose dose) => Speech.Say(
        $"Mũi {dose.Number}: {Product(dose)}, {Shown.Date(dose.GivenOn)}{(dose.Lot.Length > 0 ? $", lô {dose.Lot}" : "")}",
        $"Dose {dose.Number}: {Product(dose)}, {Shown.Date(dose.GivenOn)}{(dose.Lot.Length > 0 ? $", lot {dose.Lot}" : "")}")
        + (dose.State == DoseState.Valid ? "" : $" ({Of(dose.State).Word})");
}
