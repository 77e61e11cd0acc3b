using Microsoft.Win32.SafeHandles;

namespace XacThuc.Tables;

/// <summary>A file without a name that others could find; it is gone when its handle is closed.</summary>
public static class TemporaryFile
{
    public static SafeFileHandle Create()
    {
        var path = Path.Combine(Path.GetTempPath(), "xacthuc-" + Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
                FileOptions.DeleteOnClose);

        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        File.Delete(path);
        return handle;
    }
}
