using System.Runtime.InteropServices;

namespace XacThuc.Matching.Indexing;

/// <summary>
/// An array of unmanaged items outside the garbage-collected heap, of any length, zeroed. Large ones ask the kernel for
/// huge pages, which halve the cost of a random look-up.
/// </summary>
internal sealed unsafe class NativeArray<T> : IDisposable
    where T : unmanaged
{
    private const int HugePage = 2 << 20;

    private void* _memory;

    /// <param name="length">The number of items.</param>
    /// <param name="zeroed">Whether all are zero at first; otherwise they are to be overwritten.</param>
    public NativeArray(long length, bool zeroed = true)
    {
        Length = length;
        var bytes = (nuint)Math.Max(64, length * sizeof(T));
        var large = bytes >= 4 * HugePage;
        _memory = NativeMemory.AlignedAlloc(bytes, (nuint)(large ? HugePage : 64));
        if (large) HugePages.Advise(_memory, bytes);
        if (zeroed) Clear();
    }

    public long Length { get; }

    public T* Pointer => (T*)_memory;

    public ref T this[long index] => ref Pointer[index];

    public void Clear()
    {
        // Both cores fault the pages in.
        var bytes = Length * sizeof(T);
        const long Part = 16 << 20;
        if (bytes <= Part)
        {
            NativeMemory.Clear(_memory, (nuint)bytes);
            return;
        }

        Parallel.For(0, (bytes + Part - 1) / Part, part =>
            NativeMemory.Clear((byte*)_memory + part * Part, (nuint)Math.Min(Part, bytes - part * Part)));
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
