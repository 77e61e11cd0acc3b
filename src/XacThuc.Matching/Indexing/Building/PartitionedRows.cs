namespace XacThuc.Matching.Indexing.Building;

/// <summary>
/// Rows strewn into partitions by the high bits of a hash, so that each partition can be worked on within the cache.
/// One writer a thread; blocks grow with what they hold, and are cut from slabs of huge pages: a row goes to any of all
/// partitions, and as many small pages would be more than the processor remembers.
/// </summary>
internal sealed unsafe class PartitionedRows<T> : IDisposable
    where T : unmanaged
{
    private const int PartitionBits = 9;
    private const int FirstBlock = 32;
    private const int LargestBlock = 1 << 9;
    private const long FirstSlab = 256 << 10;
    private const long LargestSlab = 8 << 20;

    private readonly Tail[] _tails = new Tail[Partitions];
    private readonly List<Block>[] _blocks = new List<Block>[Partitions];
    private readonly List<NativeArray<byte>> _slabs = [];
    private long _used;

    public const int Partitions = 1 << PartitionBits;

    public long Count { get; private set; }

    /// <summary>The smallest hash of a partition.</summary>
    public static ulong FirstHash(int partition) => (ulong)partition << (64 - PartitionBits);

    public void Add(ulong hash, in T row)
    {
        var partition = (int)(hash >> (64 - PartitionBits));
        ref var tail = ref _tails[partition];
        if (tail.Next == tail.End) NewBlock(partition, ref tail);
        *tail.Next++ = row;
        Count++;
    }

    /// <summary>The blocks of a partition, in the order of their rows.</summary>
    public IEnumerable<(nint Rows, int Count)> Blocks(int partition)
    {
        if (_blocks[partition] is not { } blocks) yield break;
        for (var i = 0; i < blocks.Count; i++)
        {
            var unused = i == blocks.Count - 1 ? Unused(_tails[partition]) : 0;
            yield return (blocks[i].Rows, blocks[i].Capacity - unused);
        }
    }

    /// <summary>Gives all memory back; no row is there any more.</summary>
    public void Dispose()
    {
        foreach (var slab in _slabs) slab.Dispose();
        _slabs.Clear();
        Array.Clear(_blocks);
        Array.Clear(_tails);
    }

    private static int Unused(in Tail tail) => (int)(tail.End - tail.Next);

    private void NewBlock(int partition, ref Tail tail)
    {
        var blocks = _blocks[partition] ??= [];
        var capacity = blocks.Count == 0 ? FirstBlock : Math.Min(LargestBlock, blocks[^1].Capacity * 2);
        var rows = (T*)Cut(capacity * sizeof(T));
        blocks.Add(new Block((nint)rows, capacity));
        tail = new Tail { Next = rows, End = rows + capacity };
    }

    private byte* Cut(long bytes)
    {
        if (_slabs.Count == 0 || _used + bytes > _slabs[^1].Length)
        {
            var size = _slabs.Count == 0 ? FirstSlab : Math.Min(LargestSlab, _slabs[^1].Length * 2);
            _slabs.Add(new NativeArray<byte>(size, zeroed: false));
            _used = 0;
        }

        var start = _slabs[^1].Pointer + _used;
        _used += bytes;
        return start;
    }

    private struct Tail
    {
        public T* Next;
        public T* End;
    }

    private readonly record struct Block(nint Rows, int Capacity);
}
