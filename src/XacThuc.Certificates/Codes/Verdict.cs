namespace XacThuc.Certificates.Codes;

/// <summary>What a code is worth, at one glance.</summary>
public enum Verdict
{
    /// <summary>It is no certificate: a card, a link, something else. What it says is what somebody wrote.</summary>
    NoCertificate = 0,

    /// <summary>It is as its issuer signed it, and good now.</summary>
    Genuine,

    /// <summary>It is as its issuer signed it, but a rule is not met: it is over, not yet good, or not about what is asked.</summary>
    RuleNotMet,

    /// <summary>Nobody here can know: its issuer's key is not on the list, or no list was given.</summary>
    CannotKnow,

    /// <summary>It is not as an issuer signed it, or whoever signed it may not.</summary>
    NotGenuine,
}
