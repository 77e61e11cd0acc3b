namespace XacThuc.Certificates.Documents.Checking;

/// <summary>Who signed, and when they say it was: a CAdES-BES signature carries no proof of its time.</summary>
/// <param name="Holder">Who the certificate was issued to, by whom.</param>
/// <param name="SignedAt">The time of signing as the signer's machine wrote it.</param>
public sealed record Signer(CertificateHolder Holder, DateTimeOffset SignedAt);

/// <summary>What is known of revocation along the path from signer to root.</summary>
public enum RevocationKnowledge
{
    /// <summary>Every issuer's list was there, in force at the time judged at or newer, and names none of the path.</summary>
    NotRevoked = 1,

    /// <summary>No list names one of the path, but one of them was too old to say so.</summary>
    ListTooOld = 2,

    /// <summary>An issuer's list was missing.</summary>
    NoList = 3,
}

/// <summary>What the check of a signature under a document comes to.</summary>
public abstract record SignatureCheck
{
    private SignatureCheck()
    {
    }

    /// <summary>The one thing to do for each case.</summary>
    public T Match<T>(
        Func<Right, T> right, Func<Altered, T> altered, Func<NotASignature, T> notASignature,
        Func<UntrustedIssuer, T> untrustedIssuer, Func<Expired, T> expired, Func<NotYetValid, T> notYetValid,
        Func<Revoked, T> revoked, Func<WrongKeyUsage, T> wrongKeyUsage, Func<AlgorithmNotAllowed, T> algorithmNotAllowed,
        Func<SigningTimeInTheFuture, T> signingTimeInTheFuture) => this switch
        {
            Right it => right(it),
            Altered it => altered(it),
            NotASignature it => notASignature(it),
            UntrustedIssuer it => untrustedIssuer(it),
            Expired it => expired(it),
            NotYetValid it => notYetValid(it),
            Revoked it => revoked(it),
            WrongKeyUsage it => wrongKeyUsage(it),
            AlgorithmNotAllowed it => algorithmNotAllowed(it),
            SigningTimeInTheFuture it => signingTimeInTheFuture(it),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The signer signed exactly this document, with a certificate that was good.</summary>
    public sealed record Right(Signer Signer, RevocationKnowledge Revocation) : SignatureCheck;

    /// <summary>The document or the signature is not as it was when it was signed.</summary>
    public sealed record Altered : SignatureCheck;

    /// <summary>Not a detached CAdES signature by one signer, with their certificate in it.</summary>
    public sealed record NotASignature : SignatureCheck;

    /// <summary>No path leads from the certificate to a trusted root: whatever name it bears proves nothing.</summary>
    public sealed record UntrustedIssuer(string Issuer) : SignatureCheck;

    /// <summary>A certificate of the path had expired at the time of signing.</summary>
    public sealed record Expired(Signer Signer, DateTimeOffset Since) : SignatureCheck;

    /// <summary>A certificate of the path was not valid yet at the time of signing.</summary>
    public sealed record NotYetValid(Signer Signer, DateTimeOffset From) : SignatureCheck;

    /// <summary>A certificate of the path was revoked before the time judged at.</summary>
    public sealed record Revoked(Signer Signer, DateTimeOffset At) : SignatureCheck;

    /// <summary>The certificate was not issued for signing documents.</summary>
    public sealed record WrongKeyUsage(Signer Signer) : SignatureCheck;

    /// <summary>Signature or certificate rest on what can be forged: SHA-1 and older, RSA under 2048 bits.</summary>
    public sealed record AlgorithmNotAllowed : SignatureCheck;

    /// <summary>Signed later than the time judged at.</summary>
    public sealed record SigningTimeInTheFuture(Signer Signer) : SignatureCheck;
}
