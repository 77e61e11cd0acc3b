using System.Security.Cryptography;
using System.Text;
using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Signing;

/// <summary>What a look at a seal comes to.</summary>
public enum SealState
{
    /// <summary>It is the partner's, over exactly this.</summary>
    Right = 1,

    /// <summary>There is none.</summary>
    Missing = 2,

    /// <summary>The key behind it is not known here, or no more.</summary>
    UnknownKey = 3,

    /// <summary>It does not fit.</summary>
    Wrong = 4,
}

/// <summary>
/// Signs documents that outlast their message, with the house's key: a detached JWS as the border's, over the purpose, the
/// digest and the document. A seal for one purpose fits no other, and no message.
/// </summary>
public sealed class HouseSeal
{
    private readonly KeyRing _keys;

    internal HouseSeal(KeyRing keys) => _keys = keys;

    /// <summary>Signs a document; none where the house has no key.</summary>
    public string? Sign(string purpose, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return _keys.Active?.Sign(TextOf(purpose, bytes), bytes);
    }

    /// <summary>Whether the partner signed exactly this document for this purpose.</summary>
    public SealState Check(string purpose, string content, string? signature)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var problem = DetachedSignature.Check(_keys, signature, TextOf(purpose, bytes), bytes);
        return problem is null ? SealState.Right
            : ReferenceEquals(problem, BorderProblems.NotSigned) ? SealState.Missing
            : ReferenceEquals(problem, BorderProblems.UnknownKey) ? SealState.UnknownKey
            : SealState.Wrong;
    }

    private static byte[] TextOf(string purpose, byte[] bytes) =>
        SignedText.OfDocument(purpose, BodyDigest.ToHeader(SHA256.HashData(bytes)));
}
