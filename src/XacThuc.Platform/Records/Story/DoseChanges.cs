using System.Globalization;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Vaccines;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Records.Story;

/// <summary>What a dose was at a time, for the story of its record.</summary>
internal sealed record DoseThen(long RecordId, int Number, string Product, string Lot, DateOnly GivenOn, DoseState State)
{
    /// <summary>As it was.</summary>
    public static DoseThen Of(DoseVersion version) => new(version.RecordId, version.Number, version.Product, version.Lot, version.GivenOn, version.State);

    /// <summary>As it is.</summary>
    public static DoseThen Of(Dose dose) => new(dose.RecordId, dose.Number, dose.Product, dose.Lot, dose.GivenOn, dose.State);

    /// <summary>What changed, field by field, as the story of a record tells it.</summary>
    public IReadOnlyList<(string Field, string Before, string After)> To(DoseThen after, long recordId)
    {
        var changes = new List<(string, string, string)>();
        void Add(string field, string before, string now)
        {
            if (!before.Equals(now, StringComparison.Ordinal)) changes.Add((field, before, now));
        }

        Add(Speech.Say("Mũi", "Dose"), Words(Number), Words(after.Number));
        Add(Speech.Say("Vắc xin", "Vaccine"), VaccineCatalogue.NameOf(Product), VaccineCatalogue.NameOf(after.Product));
        Add(Speech.Say("Lô", "Lot"), Lot, after.Lot);
        Add(Speech.Say("Ngày tiêm", "Given on"), Shown.Date(GivenOn), Shown.Date(after.GivenOn));
        Add(Speech.Say("Tình trạng", "State"), $"{DosesTexts.Of(State).Word}", $"{DosesTexts.Of(after.State).Word}");
        if (RecordId != after.RecordId)
            changes.Add((Speech.Say("Người được tiêm", "Person"), Owner(RecordId, recordId), Owner(after.RecordId, recordId)));
        return changes;
    }

    private static string Owner(long owner, long recordId) => owner == recordId ? Speech.Say("hồ sơ này", "this record") : Speech.Say("hồ sơ khác", "another record");

    private static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);
}
