namespace XacThuc.Platform.Certificates.Keys;

/// <summary>What a key of the house signs, beside certificates. One never signs in another's place.</summary>
public enum KeyUse
{
    /// <summary>The lists that verifiers carry.</summary>
    Bundles = 1,

    /// <summary>Personal codes, for a minute each.</summary>
    PersonalCodes = 2,
}
