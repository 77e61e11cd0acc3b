namespace XacThuc.Platform.Certificates.Issue;

/// <summary>Why somebody gets no certificate yet, the first step that is missing.</summary>
internal enum WhyNot
{
    /// <summary>The record stands in another one of the same person.</summary>
    Joined = 1,

    /// <summary>The record waits to be compared with the population register.</summary>
    NotAuthenticated,

    /// <summary>It does not agree with it, or cannot be compared.</summary>
    NotRight,

    /// <summary>No dose is recorded.</summary>
    NoDose,

    /// <summary>The primary series is not complete.</summary>
    NotComplete,

    /// <summary>It is complete, but some of its doses are not signed.</summary>
    NotSigned,
}
