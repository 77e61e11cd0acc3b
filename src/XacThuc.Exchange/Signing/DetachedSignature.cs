using XacThuc.Exchange.Delivery.Wire;

namespace XacThuc.Exchange.Signing;

/// <summary>Checks a detached JWS in its compact form: header, nothing, signature.</summary>
internal static class DetachedSignature
{
    /// <summary>None where the signature is the partner's over text and body; why not otherwise.</summary>
    public static BorderProblem? Check(KeyRing keys, string? signature, ReadOnlySpan<byte> text, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(signature)) return BorderProblems.NotSigned;
        var end = signature.Length - BorderKey.SignatureLength - 2;
        if (end <= 0 || signature[end] != '.' || signature[end + 1] != '.') return BorderProblems.Forged;

        var header = signature.AsSpan(0, end);
        if (keys.Find(header) is not { } key) return BorderProblems.UnknownKey;
        return key.Fits(header, signature.AsSpan(end + 2), text, body) ? null : BorderProblems.Forged;
    }
}
