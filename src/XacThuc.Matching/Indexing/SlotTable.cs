using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace XacThuc.Matching.Indexing;

/// <summary>
/// People by personal id: a hash table of cache lines, four slots each; a full line spills into the next. Look-ups of a
/// batch ask for their lines ahead (<see cref="Prefetch"/>).
/// </summary>
internal readonly unsafe struct SlotTable(Slot* slots, ulong lines)
{
    public const int SlotsPerLine = 4;

    /// <summary>The same person, in every field, was there already.</summary>
    public const long Repeated = -1;

    /// <summary>There is no room before the end that was set.</summary>
    public const long BeyondEnd = -2;

    public ulong Lines { get; } = lines;

    public long Length => (long)Lines * SlotsPerLine;

    public Slot* Pointer { get; } = slots;

    /// <summary>Lines for a number of people, filled to 85 of a hundred.</summary>
    public static ulong LinesFor(long people) => (ulong)Math.Max(8, people * 20 / (17 * SlotsPerLine) + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(ulong id) => id * 0x9E3779B97F4A7C15;

    /// <summary>The line where the search for an id starts; grows with the hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong LineOf(ulong id) => Math.BigMul(Hash(id), Lines, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong id)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Pointer + LineOf(id) * SlotsPerLine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchPlace(long place)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Pointer + place);
    }

    /// <summary>The place of the first slot with the id, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Find(ulong id)
    {
        var line = LineOf(id);
        while (true)
        {
            var slot = Pointer + line * SlotsPerLine;
            for (var i = 0; i < SlotsPerLine; i++)
            {
                if ((slot[i].Key & Slot.IdMask) == id && slot[i].Key != 0) return (long)(line * SlotsPerLine) + i;
                if (slot[i].Key == 0) return -1;
            }

            if (++line == Lines) line = 0;
        }
    }

    /// <summary>Puts a person in. People with one id are all marked ambiguous, unless they are the same in everything.</summary>
    /// <param name="person">The person.</param>
    /// <param name="extra">What else is known.</param>
    /// <param name="extras">The extras of all slots.</param>
    /// <param name="end">The line before which the person must find room.</param>
    /// <param name="ambiguous">Whether somebody else has the same id.</param>
    /// <returns>The place, <see cref="Repeated"/> or <see cref="BeyondEnd"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Insert(Slot person, Extra extra, Extra* extras, ulong end, out bool ambiguous)
    {
        ambiguous = false;
        var id = person.Id;
        var line = LineOf(id);
        while (line < end)
        {
            var first = (long)(line * SlotsPerLine);
            for (var place = first; place < first + SlotsPerLine; place++)
            {
                var slot = Pointer + place;
                if (slot->Key == 0)
                {
                    *slot = person;
                    extras[place] = extra;
                    return place;
                }

                if (slot->Id != id) continue;
                if (((slot->Key ^ person.Key) & Slot.ComparedMask) == 0 && slot->Name == person.Name &&
                    extras[place] == extra) return Repeated;
                ambiguous = true;
                slot->Key |= Slot.AmbiguousFlag;
                person.Key |= Slot.AmbiguousFlag;
            }

            if (++line == Lines && end == ulong.MaxValue) line = 0;
        }

        ambiguous = false;
        return BeyondEnd;
    }
}
