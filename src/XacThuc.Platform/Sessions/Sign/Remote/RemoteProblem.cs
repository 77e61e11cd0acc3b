namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>Why no signature comes from a service.</summary>
public enum RemoteProblem
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The service does not answer, or answers that it cannot now.</summary>
    Unreachable = 1,

    /// <summary>The service does not let the house in.</summary>
    NotLetIn = 2,

    /// <summary>What it answers is not what the standard says.</summary>
    NotUnderstood = 3,

    /// <summary>It refuses for another reason.</summary>
    Refused = 4,

    /// <summary>It knows no such signer, or none with a certificate that can sign.</summary>
    NoCredential = 5,

    /// <summary>The certificate is confirmed on a page of the service, where the house leads nobody.</summary>
    NotOffered = 6,

    /// <summary>PIN or one-time code are wrong.</summary>
    WrongSecret = 7,

    /// <summary>The signer's certificate is locked at the service.</summary>
    Locked = 8,

    /// <summary>The signer said no.</summary>
    Declined = 9,

    /// <summary>The signer said nothing in time.</summary>
    TimedOut = 10,

    /// <summary>The house was stopped while the signer was asked.</summary>
    Interrupted = 11,

    /// <summary>What came is no signature of these results by this certificate.</summary>
    WrongSignature = 12,

    /// <summary>The results were signed in another way meanwhile, or drawn up anew.</summary>
    Superseded = 13,

    /// <summary>Whoever asked stopped waiting.</summary>
    Stopped = 14,
}
