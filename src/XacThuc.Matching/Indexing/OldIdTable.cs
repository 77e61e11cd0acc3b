using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace XacThuc.Matching.Indexing;

/// <summary>
/// Holders by old card number: a hash table of cache lines, eight entries each. An entry is the number (30 bits) and the
/// place of the holder's slot plus one (34 bits). A number has as many entries as holders. A place beyond the slots, as a
/// damaged file may hold before that is noticed, is passed over.
/// </summary>
internal readonly unsafe struct OldIdTable(ulong* entries, ulong lines, long slots)
{
    public const int EntriesPerLine = 8;
    private const int PlaceShift = 30;

    public ulong Lines { get; } = lines;

    public long Length => (long)Lines * EntriesPerLine;

    public ulong* Pointer { get; } = entries;

    public long Slots { get; } = slots;

    /// <summary>Lines for a number of holders, filled to three quarters.</summary>
    public static ulong LinesFor(long holders) => (ulong)Math.Max(8, holders * 4 / (3 * EntriesPerLine) + 1);

    // Twice: the numbers of a province differ by round amounts, which one multiplication alone would put side by side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(uint oldId)
    {
        var hash = oldId * 0x9E3779B97F4A7C15UL;
        return (hash ^ hash >> 32) * 0xD6E8FEB86659FD93;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LineOf(uint oldId, ulong lines) => Math.BigMul(Hash(oldId), lines, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(uint oldId)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Pointer + LineOf(oldId, Lines) * EntriesPerLine);
    }

    /// <summary>Puts a holder in. Several threads may do so at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Insert(uint oldId, long place)
    {
        var holder = oldId | (ulong)(place + 1) << PlaceShift;
        var line = LineOf(oldId, Lines);
        while (true)
        {
            var entry = Pointer + line * EntriesPerLine;
            for (var i = 0; i < EntriesPerLine; i++)
                if (entry[i] == 0 && Interlocked.CompareExchange(ref entry[i], holder, 0) == 0) return;
            if (++line == Lines) line = 0;
        }
    }

    /// <summary>The places of all holders.</summary>
    public Holders Find(uint oldId) => new(this, oldId);

    /// <summary>Walks the holders of one number.</summary>
    public ref struct Holders(OldIdTable table, uint oldId)
    {
        private ulong _line = LineOf(oldId, table.Lines);
        private int _next;

        public long Current { get; private set; }

        public readonly Holders GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                if (_next == EntriesPerLine)
                {
                    _next = 0;
                    if (++_line == table.Lines) _line = 0;
                }

                var entry = table.Pointer[_line * EntriesPerLine + (uint)_next++];
                if (entry == 0) return false;
                if ((uint)(entry & Extra.NoOldId) != oldId) continue;
                Current = (long)(entry >> PlaceShift) - 1;
                if ((ulong)Current < (ulong)table.Slots) return true;
            }
        }
    }
}
