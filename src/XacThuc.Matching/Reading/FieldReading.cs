using System.Globalization;

namespace XacThuc.Matching.Reading;

/// <summary>
/// Reads single fields as the comparison will read them, so that a clerk sees before it what will be understood. Each
/// member gives <see cref="FieldVerdict.NotCompared"/> for a field that can be read, otherwise
/// <see cref="FieldVerdict.Missing"/> or <see cref="FieldVerdict.Unreadable"/>. Safe to call from several threads.
/// </summary>
/// <param name="today">The day by which dates of birth are possible or not.</param>
public sealed class FieldReading(DateOnly today)
{
    private readonly DateReader _dates = new(today);

    /// <summary>Reads a sex.</summary>
    public static FieldVerdict Sex(ReadOnlySpan<byte> written, out Sex? sex)
    {
        var state = SexReader.Read(written, out var read);
        sex = state == ReadState.Read ? read : null;
        return VerdictOf(state);
    }

    /// <summary>Reads an identity number.</summary>
    /// <param name="written">UTF-8.</param>
    /// <param name="digits">Its digits, with the zeros in front that are written; empty where it cannot be read.</param>
    public static FieldVerdict Number(ReadOnlySpan<byte> written, out string digits)
    {
        var number = NumberReader.Read(written);
        digits = "";
        if (number.Kind == NumberKind.Missing) return FieldVerdict.Missing;
        if (number.Kind == NumberKind.Malformed) return FieldVerdict.Unreadable;
        digits = number.Value.ToString(CultureInfo.InvariantCulture).PadLeft(number.Digits, '0');
        return FieldVerdict.NotCompared;
    }

    /// <summary>Reads a commune code: five digits, of which a spreadsheet may have dropped zeros; empty where there is none.</summary>
    public static string Commune(ReadOnlySpan<byte> written) => CommuneReader.TryRead(written, out var code) && code > 0
        ? code.ToString("00000", CultureInfo.InvariantCulture)
        : "";

    /// <summary>Reads a date of birth.</summary>
    public FieldVerdict Date(ReadOnlySpan<byte> written, out PartialDate date) => VerdictOf(_dates.Read(written, out date));

    /// <summary>Reads a date of birth as a register keeps it: ISO 8601 with as many parts as are known.</summary>
    public static FieldVerdict RegisterDate(ReadOnlySpan<byte> written, out PartialDate date) =>
        VerdictOf(DateReader.ForRegister.Read(written, out date));

    private static FieldVerdict VerdictOf(ReadState state) => state switch
    {
        ReadState.Read => FieldVerdict.NotCompared,
        ReadState.Missing => FieldVerdict.Missing,
        ReadState.Unreadable => FieldVerdict.Unreadable,
    };
}
