using System.Diagnostics;
using XacThuc.Certificates.Documents.Checking;
using XacThuc.Platform.Sessions.Sign.Remote.Csc;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Sign.Remote;

/// <summary>What comes next on the way to a remote signature.</summary>
internal abstract record RemoteStep
{
    private RemoteStep()
    {
    }

    /// <summary>The one thing to do for each case.</summary>
    public T Match<T>(Func<Choose, T> choose, Func<Type, T> type, Func<Asked, T> asked) => this switch
    {
        Choose it => choose(it),
        Type it => type(it),
        Asked it => asked(it),
        _ => throw new UnreachableException(),
    };

    /// <summary>The signer has several certificates there.</summary>
    public sealed record Choose(IReadOnlyList<(string Id, Signer Signer)> Offered) : RemoteStep;

    /// <summary>The signer types what the certificate is guarded by.</summary>
    public sealed record Type(string Id, Signer Signer, IReadOnlyList<SecretAsked> Secrets, Refusal? Wrong) : RemoteStep;

    /// <summary>The signer is asked, or has agreed.</summary>
    public sealed record Asked : RemoteStep;
}

/// <summary>What somebody asks for.</summary>
/// <param name="UserId">The signer at the service.</param>
/// <param name="Credential">Which certificate; none where it was not chosen.</param>
/// <param name="Secrets">What was typed, in the order in which it was asked for.</param>
internal sealed record RemoteAsked(string UserId, string? Credential, IReadOnlyList<string> Secrets)
{
    /// <summary>Nothing of the signer.</summary>
    public override string ToString() => nameof(RemoteAsked);
}
