using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using XacThuc.Certificates.Documents.Tokens;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Given;

/// <summary>Tokens of SoftHSM in a folder of their own. The test is skipped where SoftHSM is not installed.</summary>
internal sealed partial class GivenToken : IDisposable
{
    public const string Pin = "73915024";

    /// <summary>The collection of tests with tokens: SoftHSM knows one folder of tokens in a process.</summary>
    public const string OneAtATime = "tokens";

    private const string SecurityPin = "security officer";

    // P-256 by its name (RFC 5480, 2.1.1.1).
    private static readonly byte[] P256 = [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];

    private readonly GivenFolder _folder = new();
    private readonly TokenModule _module;

    public GivenToken()
    {
        Assert.SkipUnless(Module is not null, "Needs SoftHSM: apt-get install softhsm2");
        var tokens = Directory.CreateDirectory(System.IO.Path.Combine(_folder.Path, "tokens")).FullName;
        var settings = _folder.Add("softhsm2.conf", Encoding.UTF8.GetBytes($"directories.tokendir = {tokens}\nlog.level = ERROR\n"));

        // The platform keeps a copy of the environment that no driver sees.
        Assert.Equal(0, SetEnvironment("SOFTHSM2_CONF", settings, overwrite: 1));
        _module = TokenModule.TryLoad(Module!)!;
        Add("chairman");
    }

    public static string? Module { get; } = ((string[])
    [
        "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so",
        "/usr/local/lib/softhsm/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so",
    ]).FirstOrDefault(File.Exists);

    /// <summary>One more token.</summary>
    public void Add(string label)
    {
        var empty = _module.Library.GetSlotList(SlotsType.WithTokenPresent).First(slot => !slot.GetTokenInfo().TokenFlags.TokenInitialized);
        empty.InitToken(SecurityPin, label);
        using var session = empty.OpenSession(SessionType.ReadWrite);
        session.Login(CKU.CKU_SO, SecurityPin);
        session.InitPin(Pin);
        session.Logout();
    }

    public string SerialOf(string label) => Find(label).GetTokenInfo().SerialNumber;

    /// <summary>Puts a certificate on the first token, with its private key unless that is to be missing.</summary>
    public void Import(X509Certificate2 certificate, byte id, bool withKey = true)
    {
        using var session = Find("chairman").OpenSession(SessionType.ReadWrite);
        session.Login(CKU.CKU_USER, Pin);
        session.CreateObject([
            Of(CKA.CKA_CLASS, (ulong)CKO.CKO_CERTIFICATE), Of(CKA.CKA_CERTIFICATE_TYPE, (ulong)CKC.CKC_X_509), Of(CKA.CKA_TOKEN, true),
            Of(CKA.CKA_PRIVATE, false), Of(CKA.CKA_ID, [id]), Of(CKA.CKA_SUBJECT, certificate.SubjectName.RawData), Of(CKA.CKA_VALUE, certificate.RawData),
        ]);
        if (withKey) session.CreateObject([.. PrivateKey(id), .. Secret(certificate)]);
        session.Logout();
    }

    /// <summary>As if it were pulled out: all sessions of the process are gone.</summary>
    public void PullOut() => Find("chairman").CloseAllSessions();

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    private static List<IObjectAttribute> PrivateKey(byte id) =>
    [
        Of(CKA.CKA_CLASS, (ulong)CKO.CKO_PRIVATE_KEY), Of(CKA.CKA_TOKEN, true), Of(CKA.CKA_PRIVATE, true), Of(CKA.CKA_SENSITIVE, true),
        Of(CKA.CKA_EXTRACTABLE, false), Of(CKA.CKA_SIGN, true), Of(CKA.CKA_ID, [id]),
    ];

    private static List<IObjectAttribute> Secret(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        if (rsa is null)
        {
            using var ecdsa = certificate.GetECDsaPrivateKey()!;
            return [Of(CKA.CKA_KEY_TYPE, (ulong)CKK.CKK_EC), Of(CKA.CKA_EC_PARAMS, P256), Of(CKA.CKA_VALUE, ecdsa.ExportParameters(true).D!)];
        }

        var key = rsa.ExportParameters(includePrivateParameters: true);
        return
        [
            Of(CKA.CKA_KEY_TYPE, (ulong)CKK.CKK_RSA), Of(CKA.CKA_MODULUS, key.Modulus!), Of(CKA.CKA_PUBLIC_EXPONENT, key.Exponent!),
            Of(CKA.CKA_PRIVATE_EXPONENT, key.D!), Of(CKA.CKA_PRIME_1, key.P!), Of(CKA.CKA_PRIME_2, key.Q!),
            Of(CKA.CKA_EXPONENT_1, key.DP!), Of(CKA.CKA_EXPONENT_2, key.DQ!), Of(CKA.CKA_COEFFICIENT, key.InverseQ!),
        ];
    }

    private static IObjectAttribute Of(CKA attribute, ulong value) => TokenModule.Factories.ObjectAttributeFactory.Create(attribute, value);

    private static IObjectAttribute Of(CKA attribute, bool value) => TokenModule.Factories.ObjectAttributeFactory.Create(attribute, value);

    private static IObjectAttribute Of(CKA attribute, byte[] value) => TokenModule.Factories.ObjectAttributeFactory.Create(attribute, value);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    private ISlot Find(string label) =>
        _module.Library.GetSlotList(SlotsType.WithTokenPresent).First(slot => slot.GetTokenInfo().Label == label);
}
