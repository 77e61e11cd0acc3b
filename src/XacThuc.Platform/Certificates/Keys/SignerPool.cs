using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using XacThuc.Certificates.Hcert.Writing;

namespace XacThuc.Platform.Certificates.Keys;

/// <summary>
/// A key that signs certificates, for any thread: of a key in a file each thread is lent one of its own; a token is asked by one at a time.
/// </summary>
internal sealed class SignerPool : IDisposable
{
    private readonly Func<HcertSigner>? _another;
    private readonly ConcurrentBag<HcertSigner> _free = [];
    private readonly Lock _gate = new();

    /// <summary>Of a key in a file.</summary>
    public SignerPool(X509Certificate2 certificate, Func<HcertSigner> another) => (Certificate, _another) = (certificate, another);

    /// <summary>Of a key on a token.</summary>
    public SignerPool(X509Certificate2 certificate, HcertSigner only)
    {
        Certificate = certificate;
        _free.Add(only);
    }

    /// <summary>The signer's certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>How verifiers know it, hexadecimal.</summary>
    public string KeyId => Convert.ToHexStringLower(HcertSigner.KeyIdOf(Certificate));

    /// <summary>Signs with it.</summary>
    public T Use<T>(Func<HcertSigner, T> work)
    {
        if (_another is { } another) return Lent(work, _free.TryTake(out var free) ? free : another());
        lock (_gate) return Lent(work, _free.TryTake(out var only) ? only : throw new ObjectDisposedException(nameof(SignerPool)));
    }

    /// <summary>Lets the key go.</summary>
    public void Dispose()
    {
        while (_free.TryTake(out var signer)) signer.Dispose();
    }

    private T Lent<T>(Func<HcertSigner, T> work, HcertSigner signer)
    {
        try
        {
            return work(signer);
        }
        finally
        {
            _free.Add(signer);
        }
    }
}
