using System.Collections.Frozen;
using XacThuc.Matching;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Register.Population.Import;

/// <summary>
/// Finds the personal ids that stand on several rows of a file, by reading it once before the work: their rows must be seen
/// together, all others can be written as they come.
/// </summary>
internal static unsafe class RepeatedIds
{
    public static FrozenSet<ulong> Find(TableInput table, CancellationToken stop)
    {
        var source = new RowSource(table);
        var splitter = new RowSplitter(table, [RegisterColumn.PersonalId], mandatory: 1);
        var chunk = new RowChunk();
        var ids = new List<ulong>();
        while (source.TryNext(chunk))
        {
            stop.ThrowIfCancellationRequested();
            splitter.Split(chunk);
            fixed (byte* text = chunk.Text)
            {
                for (var row = 0; row < chunk.Rows; row++)
                    if (PersonalId.TryParse(chunk.Places[row].Of(text), out var id)) ids.Add(id.Value);
            }
        }

        ids.Sort();
        var repeated = new HashSet<ulong>();
        for (var i = 1; i < ids.Count; i++)
            if (ids[i] == ids[i - 1]) repeated.Add(ids[i]);
        return repeated.ToFrozenSet();
    }
}
