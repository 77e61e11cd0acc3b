using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Platform.Sessions.Sign.Remote.Csc;

/// <summary>What a service gave, or why it did not.</summary>
/// <param name="Value">What it gave.</param>
/// <param name="Problem">Why not.</param>
/// <param name="Code">The service's own code, if it named one that is no more than a word.</param>
internal sealed record Answer<T>(T? Value, RemoteProblem Problem, string Code = "")
{
    public static implicit operator Answer<T>(T value) => new(value, RemoteProblem.None);

    public static implicit operator Answer<T>(RemoteProblem problem) => new(default, problem);

    /// <summary>Gives one or the other.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, out RemoteProblem problem)
    {
        (value, problem) = (Value, Problem);
        return problem == RemoteProblem.None;
    }

    /// <summary>Nothing of what was given.</summary>
    public override string ToString() => $"{nameof(Answer<>)} {Problem} {Code}";
}

/// <summary>Something the signer types for each signature: a PIN, a one-time code.</summary>
/// <param name="Id">Its name at the service.</param>
/// <param name="Label">What it is called, as the service says; empty where it says nothing.</param>
/// <param name="IsNumber">Whether it is digits.</param>
/// <param name="IsSent">Whether the service sends it when asked to.</param>
internal sealed record SecretAsked(string Id, string Label, bool IsNumber, bool IsSent);

/// <summary>A key with its certificate, kept at the service for a signer.</summary>
/// <param name="Id">Its name at the service.</param>
/// <param name="Path">The certificate in DER, and those of its issuers that the service gave.</param>
/// <param name="SignAlgorithm">The algorithm it signs with.</param>
/// <param name="IsConfirmedElsewhere">Whether it is confirmed on a page of the service.</param>
/// <param name="Secrets">What the signer types; nothing where the phone is asked.</param>
internal sealed record Credential(
    string Id, IReadOnlyList<byte[]> Path, SignAlgorithm SignAlgorithm, bool IsConfirmedElsewhere, IReadOnlyList<SecretAsked> Secrets)
{
    /// <summary>Nothing of the signer.</summary>
    public override string ToString() => nameof(Credential);
}

/// <summary>What a signer's word came to: leave to sign once, or a handle by which it is asked for again.</summary>
/// <param name="Sad">Signature activation data; none while the signer is asked.</param>
/// <param name="Handle">By which it is asked for; none where there is no need to.</param>
/// <param name="Lasts">How long the leave lasts.</param>
internal sealed record Authorization(string? Sad, string? Handle, TimeSpan Lasts)
{
    /// <summary>Nothing of the secrets.</summary>
    public override string ToString() => nameof(Authorization);
}
