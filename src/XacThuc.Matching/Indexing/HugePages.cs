using System.Runtime.InteropServices;

namespace XacThuc.Matching.Indexing;

/// <summary>Asks the kernel for huge pages; where it knows none, nothing happens.</summary>
internal static unsafe partial class HugePages
{
    private const int AdviseHugePages = 14;

    public static void Advise(void* address, nuint length)
    {
        if (OperatingSystem.IsLinux()) _ = MAdvise(address, length, AdviseHugePages);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MAdvise(void* address, nuint length, int advice);
}
