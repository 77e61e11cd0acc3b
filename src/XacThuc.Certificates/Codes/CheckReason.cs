namespace XacThuc.Certificates.Codes;

/// <summary>Why a code is worth what it is.</summary>
public enum CheckReason
{
    /// <summary>It begins as a certificate does, but the text is damaged or another encoding.</summary>
    NotBase45 = 1,

    /// <summary>What is within is not compressed, or damaged.</summary>
    NotCompressed,

    /// <summary>It is larger than any certificate.</summary>
    TooLarge,

    /// <summary>It is no signed message.</summary>
    NotSigned,

    /// <summary>It names no algorithm that certificates are signed with.</summary>
    NoAlgorithm,

    /// <summary>What was signed cannot be read.</summary>
    NotReadable,

    /// <summary>What was signed is no certificate.</summary>
    NoCertificate,

    /// <summary>The key that it names is not on the list.</summary>
    KeyUnknown,

    /// <summary>The key that it names is of another kind than the algorithm that it names.</summary>
    KeyOfAnotherKind,

    /// <summary>The signature is not that of the key: something was changed, or somebody else signed.</summary>
    SignatureWrong,

    /// <summary>The key may not sign such a certificate.</summary>
    KeyMayNotSignThis,

    /// <summary>The key was not good when it signed.</summary>
    KeyOutOfTime,

    /// <summary>Its issuer took it back.</summary>
    Revoked,

    /// <summary>It is not as the schema of its version says.</summary>
    NotOfSchema,

    /// <summary>It is not good yet.</summary>
    NotYet,

    /// <summary>It is over.</summary>
    Over,

    /// <summary>The sample of the test is said to be taken in the future.</summary>
    SampleInTheFuture,

    /// <summary>The test found the disease.</summary>
    TestPositive,

    /// <summary>A rule of the country is not met.</summary>
    RuleNotMet,

    /// <summary>A rule of the country comes to no answer.</summary>
    RuleUnanswered,

    /// <summary>It is a paper that nobody signed.</summary>
    Unsigned,

    /// <summary>It is one of several codes that are one card only together; they are not joined here.</summary>
    PartOfSeveral,
}
