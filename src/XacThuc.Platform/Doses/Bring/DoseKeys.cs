using System.IO.Hashing;
using System.Runtime.InteropServices;
using XacThuc.Matching;
using XacThuc.Platform.Records;
using XacThuc.Tables.Headings;

namespace XacThuc.Platform.Doses.Bring;

/// <summary>By what rows of doses and their people are recognised when they are brought again.</summary>
internal static class DoseKeys
{
    /// <summary>The person: by what is read where it can be, by what is written otherwise.</summary>
    public static Guid OfPerson(WrittenRecord written, in ReadFields read) => Of(SameKey.OfContent(written, read));

    /// <summary>A row of a unit: the person and the dose, in whatever way they are written.</summary>
    public static Guid OfRow(long unitId, Guid person, WrittenDose written, ReadDose read) => Hash(string.Join('\0',
        unitId, person,
        read.Number > 0 ? read.Number : written.Number,
        read.Product?.Code.ToString() ?? written.Vaccine,
        read.Day?.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? written.GivenOn,
        LotOf(written.Lot), HeadingText.Fold(written.Facility)));

    /// <summary>A line that could not be split, of a unit.</summary>
    public static Guid OfLine(long unitId, string raw) => Hash($"{unitId}\0{raw}");

    /// <summary>A lot's number without what people put between its signs.</summary>
    public static string LotOf(string written) => string.Concat(written.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static Guid Hash(string text) => Of(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan())));

    private static Guid Of(UInt128 hash) => new(SameKey.Bytes(hash));
}
