

namespace XacThuc.Matching.Reading.Legacy;

/// <summary>How the letters of a column of names are coded.</summary>
public enum NameEncoding
{
    /// <summary>Unicode, composed or decomposed: nothing to decode.</summary>
    Unicode,

    /// <summary>TCVN 5712:1993 VN3, the fonts named .VnTime: one byte a letter ("ABC").</summary>
    Tcvn3,

    /// <summary>VNI for Windows, the fonts named VNI-Times: a letter and a byte for its marks.</summary>
    Vni,
}
