using System.Runtime.InteropServices;

namespace XacThuc.Tables.Tests;

/// <summary>Until disposed of, files are opened by this thread as a user who owns nothing; an administrator may read all.</summary>
internal sealed partial class AsNobody : IDisposable
{
    private const uint Nobody = 65534;

    private readonly bool _isActing = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public AsNobody()
    {
        if (_isActing) _ = SetFileUser(Nobody);
    }

    public void Dispose()
    {
        if (_isActing) _ = SetFileUser(0);
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileUser(uint user);
}
