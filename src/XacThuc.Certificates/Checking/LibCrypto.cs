using System.Runtime.InteropServices;

namespace XacThuc.Certificates.Checking;

/// <summary>The few calls of OpenSSL 3 that check a signature (its manual, EVP_PKEY_verify): the same library that .NET itself calls on Linux.</summary>
internal static unsafe partial class LibCrypto
{
    private const string Name = "libcrypto.so.3";

    /// <summary>Whether it is on this machine.</summary>
    public static bool IsThere { get; } = OperatingSystem.IsLinux() && NativeLibrary.TryLoad(Name, out _);

    [LibraryImport(Name, EntryPoint = "d2i_PUBKEY")]
    public static partial nint ReadPublicKey(nint reused, byte** der, nint length);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_free")]
    public static partial void FreeKey(nint key);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_CTX_new")]
    public static partial nint NewContext(nint key, nint engine);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_CTX_free")]
    public static partial void FreeContext(nint context);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_verify_init")]
    public static partial int BeginVerify(nint context);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_CTX_set_signature_md")]
    public static partial int SetDigest(nint context, nint digest);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_CTX_set_rsa_padding")]
    public static partial int SetPadding(nint context, int padding);

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_CTX_set_rsa_pss_saltlen")]
    public static partial int SetSaltLength(nint context, int length);

    [LibraryImport(Name, EntryPoint = "EVP_sha256")]
    public static partial nint Sha256();

    [LibraryImport(Name, EntryPoint = "EVP_PKEY_verify")]
    public static partial int Verify(nint context, byte* signature, nuint signatureLength, byte* digest, nuint digestLength);

    [LibraryImport(Name, EntryPoint = "ERR_clear_error")]
    public static partial void ForgetErrors();
}
