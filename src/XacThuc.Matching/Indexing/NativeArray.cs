using System.Runtime.InteropServices;

namespace XacThuc.Matching.Indexing;

/// <summary>
/// An array of unmanaged items outside the garbage-collected heap, of any length, zeroed. Large ones ask the kernel for
/// huge pages, which halve the cost of a random look-up; fresh pages come zeroed, when they are first touched.
/// </summary>
internal sealed unsafe class NativeArray<T> : IDisposable
    where T : unmanaged
{
    private const int HugePage = 2 << 20;

    private void* _block;

    /// <param name="length">The number of items.</param>
    /// <param name="zeroed">Whether all are zero at first; otherwise they are to be overwritten.</param>
    public NativeArray(long length, bool zeroed = true)
    {
        Length = length;
        var bytes = (nuint)Math.Max(64, length * sizeof(T));
        var large = bytes >= 4 * HugePage;
        var alignment = (nuint)(large ? HugePage : 64);
        _block = zeroed ? NativeMemory.AllocZeroed(bytes + alignment) : NativeMemory.Alloc(bytes + alignment);
        Pointer = (T*)(((nuint)_block + alignment - 1) & ~(alignment - 1));
        if (large) HugePages.Advise(Pointer, bytes);
    }

    public long Length { get; }

    public T* Pointer { get; private set; }

    public ref T this[long index] => ref Pointer[index];

    public void Clear() => NativeMemory.Clear(Pointer, (nuint)(Length * sizeof(T)));

    public void Dispose()
    {
        NativeMemory.Free(_block);
        _block = null;
        Pointer = null;
    }
}
