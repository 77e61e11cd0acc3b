namespace XacThuc.Fuzzing;

/// <summary>A folder in memory where there is one, gone with the process.</summary>
internal static class ScratchFolder
{
    private static readonly string Path = Make();

    public static string File(string name) => System.IO.Path.Combine(Path, name);

    public static string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = File(name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Make()
    {
        var folder = System.IO.Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath(), $"xacthuc-fuzz-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
