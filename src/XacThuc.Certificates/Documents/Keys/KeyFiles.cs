using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace XacThuc.Certificates.Documents.Keys;

/// <summary>Keys in PKCS#12 files (RFC 7292).</summary>
public static class KeyFiles
{
    /// <summary>
    /// Opens a file with a private key, its certificate and perhaps those of its issuers. The key stays in memory and is
    /// written nowhere.
    /// </summary>
    public static bool TryOpen(string path, ReadOnlySpan<char> password, [NotNullWhen(true)] out SigningKey? key, out KeyRefusal refusal)
    {
        key = null;
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refusal = KeyRefusal.NoFile;
            return false;
        }

        return TryRead(file, password, out key, out refusal);
    }

    /// <summary>The same of the bytes of a file.</summary>
    public static bool TryRead(byte[] file, ReadOnlySpan<char> password, [NotNullWhen(true)] out SigningKey? key, out KeyRefusal refusal)
    {
        key = null;
        refusal = KeyRefusal.WrongPassword;
        try
        {
            var certificates = X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.EphemeralKeySet);
            refusal = KeyRefusal.NoCertificate;
            if (certificates.FirstOrDefault(one => one.HasPrivateKey) is not { } own) return false;

            refusal = KeyRefusal.KeyNotAllowed;
            if (((AsymmetricAlgorithm?)own.GetRSAPrivateKey() ?? own.GetECDsaPrivateKey()) is not { } secret) return false;
            key = new SigningKey(own, certificates.Where(one => one != own), secret);
            refusal = default;
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
