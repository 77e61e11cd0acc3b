using System.Globalization;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching;

/// <summary>
/// A 12-digit personal identification number (số định danh cá nhân, decree 137/2015/NĐ-CP, article 13): 3 digits
/// province of birth registration, 1 digit century and sex, 2 digits year of birth, 6 random digits.
/// </summary>
public readonly record struct PersonalId
{
    /// <summary>The numbers of a year group: all below this.</summary>
    public const ulong Limit = 1_000_000_000_000;

    // The 63 provinces of Circular 07/2016/TT-BCA, annex 1.
    private static readonly bool[] Provinces = Exists(
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44,
        45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89,
        91, 92, 93, 94, 95, 96);

    /// <summary>The id of a value of up to 12 digits; leading zeros are part of the number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 12 digits.</exception>
    public PersonalId(ulong value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, Limit);
        Value = value;
    }

    /// <summary>The number as a value; leading zeros are not in it.</summary>
    public ulong Value { get; }

    /// <summary>Province of birth registration, 0-999.</summary>
    public int Province => (int)(Value / 1_000_000_000);

    /// <summary>Century and sex digit: 0 and 1 male and female of 1900-1999, 2 and 3 of 2000-2099.</summary>
    public int CenturyAndSex => (int)(Value / 100_000_000 % 10);

    /// <summary>The sex that the number says, where the number is well-formed.</summary>
    public Sex Sex => CenturyAndSex % 2 == 0 ? Sex.Male : Sex.Female;

    /// <summary>The year of birth that the number says, where the number is well-formed.</summary>
    public int Year => 1900 + CenturyAndSex / 2 * 100 + (int)(Value / 1_000_000 % 100);

    /// <summary>Whether the province exists and the century and sex digit is one of a person born 1900-2099.</summary>
    public bool IsWellFormed => Province < Provinces.Length && Provinces[Province] && CenturyAndSex <= 3;

    /// <summary>Reads a number as people write it: 12 digits, with spaces and dots inside or not.</summary>
    public static bool TryParse(ReadOnlySpan<byte> written, out PersonalId id)
    {
        var number = NumberReader.Read(written);
        id = number.Kind == NumberKind.Personal ? new PersonalId(number.Value) : default;
        return number.Kind == NumberKind.Personal;
    }

    /// <summary>The number with its last nine digits masked.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Province:000}*********");

    /// <summary>All twelve digits.</summary>
    public string InFull() => Value.ToString("000000000000", CultureInfo.InvariantCulture);

    private static bool[] Exists(params ReadOnlySpan<int> codes)
    {
        var exists = new bool[97];
        foreach (var code in codes) exists[code] = true;
        return exists;
    }
}
