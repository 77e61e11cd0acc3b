using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate;

/// <summary>
/// Notices record ids that occur more than once. Ids that ascend through the whole file - shorter before longer, then by
/// their bytes, as numbers do - cannot repeat and cost no more; once they do not, a hash of each is kept.
/// </summary>
internal sealed unsafe class RecordIds(TableInput table)
{
    private readonly ConcurrentBag<Look> _looks = [];
    private readonly bool _hasIds = table.Columns[RecordsColumn.RecordId] >= 0;
    private volatile bool _kept;

    /// <summary>Eyes for one worker.</summary>
    public Look NewLook()
    {
        var look = new Look(this);
        _looks.Add(look);
        return look;
    }

    /// <summary>The hashes of ids that occur more than once. Reads chunks again that passed before order was lost.</summary>
    public HashSet<ulong> FindRepeated(CancellationToken stop)
    {
        if (!_kept && Ascend()) return [];

        var kept = _looks.SelectMany(look => look.Kept).ToHashSet();
        if (_looks.Any(look => look.Ends.Count > 0)) KeepRest(kept, stop);
        return IdHashes.FindRepeated([.. _looks.Select(look => look.Hashes)]);
    }

    private bool Ascend()
    {
        var ends = _looks.SelectMany(look => look.Ends).OrderBy(end => end.Chunk).ToArray();
        for (var i = 1; i < ends.Length; i++)
            if (!IsBefore(ends[i - 1].Last, ends[i].First)) return false;
        return true;
    }

    private void KeepRest(HashSet<int> kept, CancellationToken stop)
    {
        var source = new RowSource(table);
        Workers.Run(() =>
        {
            var look = NewLook();
            var splitter = new RowSplitter(table, [RecordsColumn.RecordId], mandatory: 1);
            var chunk = new RowChunk();
            while (!stop.IsCancellationRequested && source.TryNext(chunk))
            {
                if (kept.Contains(chunk.Index)) continue;
                splitter.Split(chunk);
                for (var row = 0; row < chunk.Rows; row++) look.Hashes.Add(chunk.Places[row].In(chunk.Text));
            }
        });
    }

    private static bool IsBefore(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.Length < right.Length || left.Length == right.Length && left.SequenceCompareTo(right) < 0;

    /// <summary>What one worker has seen.</summary>
    internal sealed class Look(RecordIds all)
    {
        /// <summary>Chunks within which the ids ascend, and whose hashes are not kept.</summary>
        public List<ChunkEnds> Ends { get; } = [];

        /// <summary>Chunks whose hashes are kept.</summary>
        public List<int> Kept { get; } = [];

        public IdHashes Hashes { get; } = new();

        /// <summary>Looks at the chunk; chunks may come in any order.</summary>
        public void At(RowChunk chunk)
        {
            if (chunk.Rows == 0 || !all._hasIds) return;
            if (!all._kept && Ascends(chunk))
            {
                Ends.Add(new ChunkEnds(chunk.Index, IdOf(chunk, 0).ToArray(), IdOf(chunk, chunk.Rows - 1).ToArray()));
                return;
            }

            all._kept = true;
            Kept.Add(chunk.Index);
            for (var row = 0; row < chunk.Rows; row++) Hashes.Add(IdOf(chunk, row));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static bool Ascends(RowChunk chunk)
        {
            fixed (byte* text = chunk.Text)
            fixed (FieldPlace* places = chunk.Places)
            {
                var last = places[RecordFields.Id];
                for (var row = 1; row < chunk.Rows; row++)
                {
                    var id = places[row * RecordFields.Count + RecordFields.Id];
                    if (last.Length == id.Length && id.Length <= 16
                            ? First16(text, last) >= First16(text, id)
                            : !IsBefore(last.Of(text), id.Of(text))) return false;
                    last = id;
                }

                return true;
            }
        }

        // Ids of one length are in order as these numbers are. Behind a chunk's text more may be read.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static UInt128 First16(byte* text, FieldPlace id)
        {
            var bytes = BinaryPrimitives.ReadUInt128BigEndian(new ReadOnlySpan<byte>(text + id.Start, 16));
            return id.Length == 0 ? 0 : bytes >> (128 - 8 * id.Length);
        }

        private static ReadOnlySpan<byte> IdOf(RowChunk chunk, int row) =>
            chunk.Places[row * RecordFields.Count + RecordFields.Id].In(chunk.Text);
    }

    internal sealed record ChunkEnds(int Chunk, byte[] First, byte[] Last);
}
