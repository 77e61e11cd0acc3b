using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace XacThuc.Bench.Measuring;

/// <summary>
/// Runs a program to its end and asks the kernel what it cost. <see cref="Process"/> would reap the child itself and
/// leave nothing to ask for.
/// </summary>
internal static unsafe partial class ChildProcess
{
    private const int WriteOnly = 1, Create = 0x40, Truncate = 0x200, ReadableByAll = 0x1A4;
    private const int MacCreate = 0x200, MacTruncate = 0x400;

    // posix_spawn_file_actions_t is opaque: 80 bytes with glibc, a pointer on macOS.
    private const int ActionsSize = 512;

    public static Measured Run(string program, params ReadOnlySpan<string> arguments)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("The bench measures processes on Linux and macOS.");

        var log = Path.GetTempFileName();
        try
        {
            var watch = Stopwatch.StartNew();
            var id = Spawn(program, arguments, log);
            int status;
            Usage usage;
            while (wait4(id, &status, 0, &usage) < 0)
            {
                if (Marshal.GetLastPInvokeError() != InterruptedCall) throw new InvalidOperationException("wait4 failed.");
            }

            var wall = watch.Elapsed.TotalSeconds;
            var megabyte = OperatingSystem.IsMacOS() ? 1 << 20 : 1 << 10;
            return new Measured(
                wall, usage.User.Seconds + usage.System.Seconds, usage.MaxResident / (double)megabyte,
                (status & 0x7F) == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F), File.ReadAllText(log).Trim());
        }
        finally
        {
            File.Delete(log);
        }
    }

    private const int InterruptedCall = 4;

    private static int Spawn(string program, ReadOnlySpan<string> arguments, string log)
    {
        string[] words = [program, .. arguments];
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => $"{entry.Key}={entry.Value}").ToArray();
        var actions = stackalloc byte[ActionsSize];
        var texts = new List<nint>();
        try
        {
            var argv = stackalloc nint[words.Length + 1];
            for (var i = 0; i < words.Length; i++) argv[i] = Native(words[i], texts);
            argv[words.Length] = 0;
            var envp = stackalloc nint[environment.Length + 1];
            for (var i = 0; i < environment.Length; i++) envp[i] = Native(environment[i], texts);
            envp[environment.Length] = 0;

            var (create, truncate) = OperatingSystem.IsMacOS() ? (MacCreate, MacTruncate) : (Create, Truncate);
            _ = posix_spawn_file_actions_init(actions);
            _ = posix_spawn_file_actions_addopen(
                actions, 1, Native(log, texts), WriteOnly | create | truncate, ReadableByAll);
            _ = posix_spawn_file_actions_adddup2(actions, 1, 2);
            int id;
            var failure = posix_spawnp(&id, argv[0], actions, null, argv, envp);
            _ = posix_spawn_file_actions_destroy(actions);
            return failure == 0 ? id : throw new FileNotFoundException($"{program} could not be started ({failure}).");
        }
        finally
        {
            foreach (var text in texts) Marshal.FreeHGlobal(text);
        }
    }

    private static nint Native(string text, List<nint> owned)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\0");
        var native = Marshal.AllocHGlobal(bytes.Length);
        bytes.CopyTo(new Span<byte>((void*)native, bytes.Length));
        owned.Add(native);
        return native;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Whole;
        public long Micro;

        // macOS has 32 bits of microseconds and padding.
        public readonly double Seconds => Whole + (int)Micro / 1e6;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Usage
    {
        public Time User;
        public Time System;
        public long MaxResident;
        public fixed long Rest[24];
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int wait4(int id, int* status, int options, Usage* usage);

    [LibraryImport("libc")]
    private static partial int posix_spawnp(
        int* id, nint file, byte* actions, void* attributes, nint* argv, nint* envp);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_addopen(byte* actions, int fd, nint path, int flags, int mode);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_adddup2(byte* actions, int fd, int newFd);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_destroy(byte* actions);
}
