using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace XacThuc.Certificates.Documents.Tokens;

/// <summary>One's own session with a token, logged in while it lives. The PIN is not kept.</summary>
internal sealed class TokenSession(TokenModule module, ISession session) : IDisposable
{
    private readonly Lock _calling = new();

    /// <summary>Signs by a private key of the token.</summary>
    public byte[] Sign(IMechanism mechanism, IObjectHandle key, byte[] data)
    {
        try
        {
            // A session does one thing at a time.
            lock (_calling) return session.Sign(mechanism, key, data);
        }
        catch (Pkcs11Exception failed)
        {
            throw new TokenFailedException(failed);
        }
    }

    /// <summary>The objects of a class that have these attributes.</summary>
    public List<IObjectHandle> Find(CKO kind, params ReadOnlySpan<IObjectAttribute> attributes)
    {
        var sought = new List<IObjectAttribute> { TokenModule.Factories.ObjectAttributeFactory.Create(CKA.CKA_CLASS, kind) };
        sought.AddRange(attributes);
        return session.FindAllObjects(sought);
    }

    /// <summary>An attribute of an object as bytes; empty where it has none.</summary>
    public byte[] Read(IObjectHandle handle, CKA attribute)
    {
        using var read = session.GetAttributeValue(handle, [attribute])[0];
        return read.CannotBeRead ? [] : read.GetValueAsByteArray();
    }

    public void Dispose()
    {
        try
        {
            session.Logout();
        }
        catch (Pkcs11Exception)
        {
            // Pulled out, or logged out by the driver: there is nothing left to log out of.
        }

        try
        {
            session.Dispose();
        }
        catch (Pkcs11Exception)
        {
            // The same for the session.
        }

        module.Dispose();
    }
}
