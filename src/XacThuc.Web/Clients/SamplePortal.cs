namespace XacThuc.Web.Clients;

/// <summary>
/// How the health house of a sample is known to the police house's identity service. Everybody knows it: a house for real
/// people names its own in its settings files.
/// </summary>
public static class SamplePortal
{
    /// <summary>Its id.</summary>
    public const string ClientId = "xacthuc-portal";

    /// <summary>Its secret.</summary>
    public const string Secret = "sample-secret-of-the-portal";

    /// <summary>Where citizens come back to, below the health house's address.</summary>
    public const string BackPath = "portal/sign-in/vneid/back";
}
