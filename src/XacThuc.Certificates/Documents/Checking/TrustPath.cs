using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Documents.Checking;

/// <summary>The certificates from a signer up to a trusted root.</summary>
internal sealed class TrustPath
{
    private readonly List<X509Certificate2> _certificates;

    private TrustPath(IEnumerable<X509Certificate2> certificates) => _certificates = [.. certificates];

    /// <summary>
    /// Finds the path (RFC 5280, 6), with nothing from the network and nothing of the machine's own trust; none where no path
    /// ends in a trusted root. Whether its certificates were valid at the time is asked afterwards.
    /// </summary>
    public static TrustPath? Find(X509Certificate2 signer, X509Certificate2Collection beside, DateTimeOffset at, TrustAnchors anchors)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(anchors.Roots);
        policy.ExtraStore.AddRange(anchors.Intermediates);
        policy.ExtraStore.AddRange(beside);
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTime = at.UtcDateTime;
        policy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        try
        {
            return chain.Build(signer) ? new TrustPath(chain.ChainElements.Select(element => element.Certificate)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether every key and every signature below the root is strong. A root's signature of itself proves nothing.</summary>
    public bool IsStrong() => _certificates.TrueForAll(SigningRules.HasStrongKey)
        && _certificates.SkipLast(1).All(Algorithms.IsAllowed);

    /// <summary>When the first certificate of the path expired; none where all were still valid.</summary>
    public DateTimeOffset? ExpiredBefore(DateTimeOffset at)
    {
        var until = _certificates.Min(SigningRules.ValidUntil);
        return until < at ? until : null;
    }

    /// <summary>When the last certificate of the path begins to be valid; none where all were already.</summary>
    public DateTimeOffset? NotValidUntil(DateTimeOffset at)
    {
        var from = _certificates.Max(SigningRules.ValidFrom);
        return from > at ? from : null;
    }

    /// <summary>The earliest revocation of one of the path up to this time, and how much the lists know.</summary>
    public (DateTimeOffset? RevokedAt, RevocationKnowledge Knowledge) Revocation(DateTimeOffset at, RevocationLists lists)
    {
        DateTimeOffset? revoked = null;
        var knowledge = RevocationKnowledge.NotRevoked;
        for (var i = 0; i + 1 < _certificates.Count; i++)
        {
            var own = lists.Of(_certificates[i + 1]).ToList();
            foreach (var list in own)
            {
                if (list.RevokedAt(_certificates[i]) is { } when && when <= at && (revoked is null || when < revoked)) revoked = when;
            }

            var known = own.Count == 0 ? RevocationKnowledge.NoList
                : own.Exists(list => list.NextUpdate >= at) ? RevocationKnowledge.NotRevoked
                : RevocationKnowledge.ListTooOld;
            if (known > knowledge) knowledge = known;
        }

        return (revoked, knowledge);
    }
}
