using System.Collections.Concurrent;
using XacThuc.Matching.Weighing.Taken;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate.Suggesting;

/// <summary>
/// The suggestions of chunks in which records stay open, until the last record has been sought: what is settled as lines, and
/// between them the open records. Any thread may keep.
/// </summary>
internal sealed class KeptSuggestions
{
    private readonly ConcurrentDictionary<int, Chunk> _chunks = [];

    /// <summary>The records that stay open.</summary>
    public IReadOnlyList<OpenRecord> Open =>
        [.. _chunks.OrderBy(chunk => chunk.Key).SelectMany(chunk => chunk.Value.Open.Select(open => open.Record))];

    /// <summary>Keeps what a chunk came to.</summary>
    public void Keep(int chunk, TextBuffer lines, IEnumerable<OpenLine> open) =>
        _chunks[chunk] = new Chunk(lines.Written.ToArray(), [.. open]);

    /// <summary>Writes all lines in the order of the records, each chunk given up once it is written.</summary>
    /// <param name="to">Where they go; has the chunks in which no record stays open.</param>
    /// <param name="write">Writes the lines of a record that stayed open: to, its id, itself.</param>
    public void WriteTo(OrderedOutput to, Action<TextBuffer, byte[], OpenRecord> write)
    {
        var text = new TextBuffer();
        foreach (var i in _chunks.Keys.Order().ToArray())
        {
            if (!_chunks.TryRemove(i, out var chunk)) continue;
            text.Clear();
            var at = 0;
            foreach (var open in chunk.Open)
            {
                text.Add(chunk.Lines.AsSpan(at, open.At - at));
                at = open.At;
                write(text, open.Id, open.Record);
            }

            text.Add(chunk.Lines.AsSpan(at));
            to.Write(i, ref text);
        }
    }

    private readonly record struct Chunk(byte[] Lines, OpenLine[] Open);
}

/// <summary>A record that stays open.</summary>
/// <param name="At">Where its lines will stand among those of its chunk.</param>
/// <param name="Id">Its id as it is written.</param>
/// <param name="Record">What is kept of it.</param>
internal readonly record struct OpenLine(int At, byte[] Id, OpenRecord Record);
