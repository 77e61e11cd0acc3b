using SharpFuzz;

namespace XacThuc.Fuzzing;

/// <summary>
/// What afl-fuzz runs: one target over what comes on standard input. With files behind the target's name each is run once
/// and what escapes is told.
/// </summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args.Length == 0 || !FuzzTargets.All.TryGetValue(args[0], out var target))
        {
            Console.Error.WriteLine($"Name a target ({string.Join(", ", FuzzTargets.All.Keys)}) and, to replay them, files.");
            return 2;
        }

        if (args.Length > 1) return Replay(target, args[1..]);

        // A second process runs the target, so that one that dies of a bad address is seen as well.
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            target(bytes.ToArray());
        });
        return 0;
    }

    private static int Replay(Action<byte[]> target, string[] files)
    {
        foreach (var file in files)
        {
            Console.WriteLine(file);
            target(File.ReadAllBytes(file));
        }

        return 0;
    }
}
