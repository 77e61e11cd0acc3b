using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Records;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Cleaning.Bring;

/// <summary>A value as people filled it in, in the one way in which records are corrected to it.</summary>
internal static class FilledValue
{
    /// <summary>The value of a field; none where it cannot be read.</summary>
    public static string? Find(WrittenRecord written, MandatoryField field, FieldReading reading)
    {
        var read = ReadFields.Of(written, reading);
        if (read.VerdictOf(field) != FieldVerdict.NotCompared) return null;
        return field switch
        {
            MandatoryField.Name => string.Join(' ', written.FullName.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            MandatoryField.Sex => read.SexRead == Sex.Male ? "Nam" : "Nữ",
            MandatoryField.DateOfBirth => Shown.Date(read.Born),
            MandatoryField.Number => NumberOf(read.Digits),
        };
    }

    // A spreadsheet took the zeros in front of a personal id; of an old card number they cannot be told from nothing.
    private static string? NumberOf(string digits) => digits.Length switch
    {
        12 or 9 => digits,
        10 or 11 => digits.PadLeft(12, '0'),
        _ => null,
    };
}
