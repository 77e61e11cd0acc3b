using Microsoft.Win32.SafeHandles;

namespace XacThuc.Bench.Peers;

/// <summary>The floor: both files are read on all cores and their line ends counted; nothing is understood.</summary>
internal static class NewlineFloor
{
    private const int Piece = 1 << 20;

    public static void Run(PeerFiles files)
    {
        var lines = Count(files.Register) + Count(files.Records);
        File.WriteAllText(files.Out, $"{lines}\n");
    }

    private static long Count(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var (next, lines) = (0L, 0L);
        var threads = new Thread[Environment.ProcessorCount];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() => Interlocked.Add(ref lines, CountPieces(file, length, ref next)));
            threads[i].Start();
        }

        foreach (var thread in threads) thread.Join();
        return lines;
    }

    private static long CountPieces(SafeFileHandle file, long length, ref long next)
    {
        var buffer = new byte[Piece];
        var lines = 0L;
        while (true)
        {
            var at = Interlocked.Add(ref next, Piece) - Piece;
            if (at >= length) return lines;
            var read = RandomAccess.Read(file, buffer, at);
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }
    }
}
