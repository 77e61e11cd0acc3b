using XacThuc.Matching.Indexing;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>Draws people of the register evenly; the same ones for the same register.</summary>
internal sealed unsafe class RandomPeople(PopulationIndex index)
{
    private ulong _state = 0x243F6A8885A308D3;

    /// <summary>The place of a person.</summary>
    public long Next()
    {
        while (true)
        {
            _state = _state * 6364136223846793005 + 1442695040888963407;
            var place = (long)Math.BigMul(_state ^ _state >> 29, (ulong)index.Slots.Length, out _);
            if (!index.Slots.Pointer[place].IsEmpty) return place;
        }
    }
}
