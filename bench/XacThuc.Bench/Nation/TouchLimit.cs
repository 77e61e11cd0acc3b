using System.IO.MemoryMappedFiles;
using XacThuc.Bench.Peers;

namespace XacThuc.Bench.Nation;

/// <summary>
/// The limit of any such program: the records are read, and for each of them one random cache line of the register is
/// touched; both files are read once. Nothing is understood and nothing is written.
/// </summary>
internal static unsafe class TouchLimit
{
    private const int Piece = 1 << 20, Line = 64;

    public static void Run(PeerFiles files)
    {
        using var register = MemoryMappedFile.CreateFromFile(files.Register, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = register.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* people = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref people);
        var lines = new FileInfo(files.Register).Length / Line;
        var touched = OnAllCores((worker, workers) =>
        {
            var sum = 0L;
            for (var line = lines * worker / workers; line < lines * (worker + 1) / workers; line++) sum += people[line * Line];
            return sum;
        });
        touched += Records(files.Records, people, lines);
        File.WriteAllText(files.Out, $"{touched}\n");
        view.SafeMemoryMappedViewHandle.ReleasePointer();
    }

    private static long Records(string path, byte* people, long lines)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var next = 0L;
        return OnAllCores((worker, _) =>
        {
            var buffer = new byte[Piece];
            var (sum, random) = (0L, (ulong)worker * 2 + 1);
            while (true)
            {
                var at = Interlocked.Add(ref next, Piece) - Piece;
                if (at >= length) return sum;
                var records = buffer.AsSpan(0, RandomAccess.Read(file, buffer, at)).Count((byte)'\n');
                for (var i = 0; i < records; i++)
                {
                    random = random * 6364136223846793005 + 1442695040888963407;
                    sum += people[(long)Math.BigMul(random, (ulong)lines, out ulong _) * Line];
                }
            }
        });
    }

    private static long OnAllCores(Func<int, int, long> work)
    {
        var total = 0L;
        var workers = new Thread[Environment.ProcessorCount];
        for (var i = 0; i < workers.Length; i++)
        {
            var worker = i;
            workers[i] = new Thread(() => Interlocked.Add(ref total, work(worker, workers.Length)));
            workers[i].Start();
        }

        foreach (var worker in workers) worker.Join();
        return total;
    }
}
