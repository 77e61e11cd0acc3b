namespace XacThuc.Certificates.Hcert.Content;

/// <summary>What a value of CBOR is.</summary>
internal enum CborKind : byte
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>No.</summary>
    False,

    /// <summary>Yes.</summary>
    True,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A whole number from 0.</summary>
    Unsigned,

    /// <summary>A whole number below 0.</summary>
    Negative,

    /// <summary>A number with a fraction, or of a great range.</summary>
    Float,

    /// <summary>Values one after the other.</summary>
    List,

    /// <summary>Values under names.</summary>
    Map,
}

/// <summary>One value in a row of them: whatever stands in it stands right behind it. It holds no reference: rows are made at every check.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Where its name stands, UTF-8; nowhere in lists.</param>
/// <param name="Bytes">Where a text's UTF-8, or bytes, stand.</param>
/// <param name="Number">A whole number, one from 0 as 64 bits without sign; a float's bits.</param>
/// <param name="End">Where in the row the next stands that is not within it.</param>
internal readonly record struct CborItem(CborKind Kind, CborPlace Name, CborPlace Bytes, long Number, int End);

/// <summary>Where bytes stand in what was read.</summary>
internal readonly record struct CborPlace(int At, int Length);
