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

/// <summary>One value in a row of them: whatever stands in it stands right behind it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Under which name it stands, UTF-8; empty in lists.</param>
/// <param name="Bytes">A text's UTF-8, or bytes.</param>
/// <param name="Number">A whole number, one from 0 as 64 bits without sign; a float's bits.</param>
/// <param name="End">Where in the row the next stands that is not within it.</param>
internal readonly record struct CborItem(CborKind Kind, ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Bytes, long Number, int End);
