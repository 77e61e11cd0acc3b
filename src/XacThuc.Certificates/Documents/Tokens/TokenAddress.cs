namespace XacThuc.Certificates.Documents.Tokens;

/// <summary>Which token, behind which driver.</summary>
public sealed record TokenAddress
{
    private TokenAddress(string module, string? label, string? serial) => (Module, Label, Serial) = (module, label, serial);

    /// <summary>The path of the driver's PKCS#11 library.</summary>
    public string Module { get; }

    /// <summary>The label its owner gave it.</summary>
    public string? Label { get; }

    /// <summary>The serial number its maker gave it.</summary>
    public string? Serial { get; }

    /// <summary>The token of a label, compared letter by letter.</summary>
    public static TokenAddress ByLabel(string module, string label) => new(module, label, null);

    /// <summary>The token of a serial number, compared letter by letter.</summary>
    public static TokenAddress BySerial(string module, string serial) => new(module, null, serial);
}
