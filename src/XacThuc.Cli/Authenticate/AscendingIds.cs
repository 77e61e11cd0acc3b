using XacThuc.Cli.Rows;
using XacThuc.Matching.Comparing;

namespace XacThuc.Cli.Authenticate;

/// <summary>
/// Notices whether record ids ascend: shorter before longer, then by their bytes, as numbers do. Chunks may be looked at in
/// any order.
/// </summary>
internal sealed class AscendingIds
{
    private readonly Lock _adding = new();
    private readonly List<(int Chunk, byte[] First, byte[] Last)> _ends = [];
    private bool _broken;

    public bool Ascend
    {
        get
        {
            if (_broken) return false;
            var ends = _ends.OrderBy(end => end.Chunk).ToArray();
            for (var i = 1; i < ends.Length; i++)
                if (!IsBefore(ends[i - 1].Last, ends[i].First)) return false;
            return true;
        }
    }

    public void Look(RowChunk chunk)
    {
        if (_broken || chunk.Rows == 0) return;
        var text = chunk.Text.AsSpan();
        var last = IdOf(text, chunk, 0);
        for (var row = 1; row < chunk.Rows; row++)
        {
            var id = IdOf(text, chunk, row);
            if (!IsBefore(last, id))
            {
                _broken = true;
                return;
            }

            last = id;
        }

        var ends = (chunk.Index, IdOf(text, chunk, 0).ToArray(), last.ToArray());
        lock (_adding) _ends.Add(ends);
    }

    private static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> text, RowChunk chunk, int row)
    {
        var place = chunk.Places[row * RecordFields.Count + RecordFields.Id];
        return text.Slice(place.Start, place.Length);
    }

    private static bool IsBefore(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.Length < right.Length || left.Length == right.Length && left.SequenceCompareTo(right) < 0;
}
