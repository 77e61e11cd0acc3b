using System.Globalization;

namespace XacThuc.Matching;

/// <summary>A 9-digit number of an old identity card (chứng minh nhân dân). Not unique: provinces reused numbers.</summary>
public readonly record struct OldId
{
    /// <summary>All numbers are below this.</summary>
    public const uint Limit = 1_000_000_000;

    /// <summary>The number of a value of up to 9 digits; leading zeros are part of the number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 9 digits.</exception>
    public OldId(uint value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, Limit);
        Value = value;
    }

    /// <summary>The number as a value; leading zeros are not in it.</summary>
    public uint Value { get; }

    /// <summary>The number with its last six digits masked.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value / 1_000_000:000}******");

    /// <summary>All nine digits.</summary>
    public string InFull() => Value.ToString("000000000", CultureInfo.InvariantCulture);
}
