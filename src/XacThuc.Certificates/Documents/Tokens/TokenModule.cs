using System.Reflection;
using System.Runtime.InteropServices;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace XacThuc.Certificates.Documents.Tokens;

/// <summary>
/// A loaded driver. PKCS#11 knows one initialisation a process (2.40, 5.4), so that whoever uses the same library shares it,
/// and the last one to leave finalises it.
/// </summary>
internal sealed class TokenModule : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, TokenModule> Loaded = new(StringComparer.Ordinal);
    private readonly string _path;
    private int _users;

    // Pkcs11Interop asks for libdl by the name that only compilers' packages install.
    static TokenModule() => NativeLibrary.SetDllImportResolver(typeof(IPkcs11Library).Assembly, Resolve);

    private TokenModule(string path)
    {
        _path = path;
        Library = Factories.Pkcs11LibraryFactory.LoadPkcs11Library(Factories, path, AppType.MultiThreaded);
    }

    /// <summary>Makes the parts of calls.</summary>
    public static Pkcs11InteropFactories Factories { get; } = new();

    public IPkcs11Library Library { get; }

    /// <summary>The driver at this path; none where it does not load.</summary>
    public static TokenModule? TryLoad(string path)
    {
        lock (Gate)
        {
            try
            {
                if (!Loaded.TryGetValue(path, out var module)) Loaded[path] = module = new TokenModule(path);
                module._users++;
                return module;
            }
            catch (Exception e) when (e is UnmanagedException or Pkcs11Exception or LibraryArchitectureException)
            {
                return null;
            }
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (--_users > 0) return;
            Loaded.Remove(_path);
            Library.Dispose();
        }
    }

    private static nint Resolve(string name, Assembly asking, DllImportSearchPath? places) =>
        string.Equals(name, "libdl", StringComparison.Ordinal)
        && (NativeLibrary.TryLoad("libdl.so.2", out var found) || NativeLibrary.TryLoad("libc", out found)) ? found : 0;
}
