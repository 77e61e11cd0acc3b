namespace XacThuc.Certificates.Hcert;

/// <summary>Why something is no certificate that can be read. Where it is read and only the signature or the time is wrong, this says nothing.</summary>
public enum HcertFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The text does not begin with <c>HC1:</c>.</summary>
    NoPrefix,

    /// <summary>What follows is not Base45.</summary>
    NotBase45,

    /// <summary>The bytes are not compressed by zlib, or damaged.</summary>
    NotCompressed,

    /// <summary>It is larger than any certificate: a bomb, or something else.</summary>
    TooLarge,

    /// <summary>It is no COSE message with one signature.</summary>
    NotCose,

    /// <summary>No algorithm that such certificates are signed with is named.</summary>
    NoAlgorithm,

    /// <summary>What was signed is not CBOR as it may be: damaged, nested too deep, a name twice.</summary>
    NotCbor,

    /// <summary>What was signed says no certificate.</summary>
    NoCertificate,
}
