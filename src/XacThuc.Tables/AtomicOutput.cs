using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security;
using Microsoft.Win32.SafeHandles;

namespace XacThuc.Tables;

/// <summary>
/// A file being written that gets its name only when it is complete: until then it lies beside it under another name,
/// and an interrupted run takes it away again. Standard output, devices and pipes are written to directly.
/// </summary>
public sealed partial class AtomicOutput : IDisposable
{
    private const string Mark = ".partial-";

    private readonly string _partial;
    private readonly string _final;
    private bool _done;

    private AtomicOutput(SafeFileHandle handle, string partial, string final, long start) =>
        (Handle, _partial, _final, Start) = (handle, partial, final, start);

    public SafeFileHandle Handle { get; }

    /// <summary>Offset to write the first byte at; not 0 only where standard output already holds something.</summary>
    public long Start { get; }

    /// <summary>Whether bytes go out at once, so that nothing can be taken back.</summary>
    public bool IsDirect => _partial.Length == 0;

    public static bool TryOpen(
        string path, [NotNullWhen(true)] out AtomicOutput? output, [NotNullWhen(false)] out string? refusal)
    {
        (output, refusal) = (null, null);
        try
        {
            if (path is "-" or "/dev/stdout") output = OfStandardOutput();
            else if (RefusalOf(path) is { } sentence) refusal = $"{path}: {sentence}";
            else output = OfDevice(path) ?? Beside(File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            refusal = $"{path}: {SentenceOf(e)}";
        }

        return output is not null;
    }

    /// <summary>Gives the finished file its name, in place of an older one.</summary>
    public bool TryCommit([NotNullWhen(false)] out string? refusal)
    {
        refusal = null;
        if (_done) return true;
        try
        {
            if (!IsDirect)
            {
                Handle.Dispose();
                File.Move(_partial, _final, overwrite: true);
            }

            _done = true;
            return true;
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            refusal = $"{_final}: {SentenceOf(e)}";
            return false;
        }
    }

    public void Dispose()
    {
        Handle.Dispose();
        if (_done || IsDirect) return;
        _done = true;
        try
        {
            File.Delete(_partial);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            // The folder has gone, and the file with it.
        }
    }

    /// <summary>Why writing failed, in words: also for an exception met while writing to <see cref="Handle"/>.</summary>
    public static string SentenceOf(Exception failure) => failure switch
    {
        DirectoryNotFoundException or FileNotFoundException => FileSentences.NoOutputFolder,
        PathTooLongException => FileSentences.NameTooLong,
        UnauthorizedAccessException or SecurityException => FileSentences.OutputNotPermitted,
        IOException when IsDiskFull(failure) => FileSentences.DiskFull,
        // What .NET makes of EFBIG: the file may not grow.
        ArgumentOutOfRangeException => FileSentences.DiskFull,
        IOException when IsBrokenPipe(failure) => FileSentences.NobodyReads,
        ArgumentException or NotSupportedException => FileSentences.NoFileName,
        _ => FileSentences.NotWritable,
    };

    private static string? RefusalOf(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) return FileSentences.NoFileName;
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path)) return FileSentences.OutputIsFolder;
        return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? null : FileSentences.NoOutputFolder;
    }

    private static AtomicOutput Beside(string path)
    {
        DeleteAbandoned(path);
        var partial = path + Mark + Path.GetRandomFileName()[..8];
        return new AtomicOutput(
            File.OpenHandle(partial, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None), partial, path, 0);
    }

    // What a killed run left behind; a living one holds its file.
    private static void DeleteAbandoned(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (var partial in Directory.EnumerateFiles(folder, Path.GetFileName(path) + Mark + "????????"))
        {
            try
            {
                using (File.OpenHandle(partial, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) File.Delete(partial);
            }
            catch (Exception e) when (IsOfTheDisk(e))
            {
                // It is held, or somebody else's.
            }
        }
    }

    // Opening an existing file for writing also tells whether it may be replaced at all.
    private static AtomicOutput? OfDevice(string path)
    {
        if (!File.Exists(path)) return null;
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        using var stream = new FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false),
            FileAccess.Write, bufferSize: 0);
        if (!stream.CanSeek || Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
            return new AtomicOutput(handle, "", path, 0);
        handle.Dispose();
        return null;
    }

    private static AtomicOutput OfStandardOutput()
    {
        const int windowsStandardOutput = -11;
        var handle = new SafeFileHandle(
            OperatingSystem.IsWindows() ? GetStdHandle(windowsStandardOutput) : 1, ownsHandle: false);
        using var stream = new FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false),
            FileAccess.Write, bufferSize: 0);
        return new AtomicOutput(handle, "", "/dev/stdout", stream.CanSeek ? stream.Position : 0);
    }

    private static bool IsOfTheDisk(Exception e) => e is IOException or UnauthorizedAccessException
        or SecurityException or ArgumentException or NotSupportedException;

    // ENOSPC and EDQUOT; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    internal static bool IsDiskFull(Exception e) =>
        e.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    private static bool IsBrokenPipe(Exception e) => e.HResult is 32 or unchecked((int)0x8007006D);

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int which);
}
