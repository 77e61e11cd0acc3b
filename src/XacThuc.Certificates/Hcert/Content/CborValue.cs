using System.Text;
using System.Text.Json;

namespace XacThuc.Certificates.Hcert.Content;

/// <summary>
/// One value of what was signed, without a copy of its bytes. A certificate is read into these at every check; JSON is made of them only where
/// somebody wants it.
/// </summary>
internal readonly struct CborValue
{
    private readonly CborTree _tree;
    private readonly int _at;

    internal CborValue(CborTree tree, int at) => (_tree, _at) = (tree, at);

    /// <summary>What it is.</summary>
    public CborKind Kind => Item.Kind;

    /// <summary>Under which name it stands, UTF-8; nothing in lists.</summary>
    public ReadOnlySpan<byte> Name => _tree.BytesAt(Item.Name);

    /// <summary>A text's UTF-8, or bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _tree.BytesAt(Item.Bytes);

    /// <summary>A number, near enough to be compared.</summary>
    public double Number => Item.Kind switch
    {
        CborKind.Unsigned => (ulong)Item.Number,
        CborKind.Negative => Item.Number,
        _ => BitConverter.Int64BitsToDouble(Item.Number),
    };

    /// <summary>What stands in a list or under names; nothing in other values.</summary>
    public Parts Within => new(_tree, _at);

    internal ref readonly CborItem Item => ref _tree.At(_at);

    /// <summary>The value of a name; none where there is no such name, or this has no names.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out CborValue value)
    {
        value = default;
        if (Item.Kind != CborKind.Map) return false;
        for (var (at, end) = (_at + 1, Item.End); at < end; at = _tree.At(at).End)
        {
            if (!_tree.BytesAt(_tree.At(at).Name).SequenceEqual(name)) continue;
            value = new CborValue(_tree, at);
            return true;
        }

        return false;
    }

    /// <summary>The text of a name; none where there is no such, or it is no text.</summary>
    public string? FindText(ReadOnlySpan<byte> name) => TryGet(name, out var value) && value.Kind == CborKind.Text ? Encoding.UTF8.GetString(value.Bytes) : null;

    /// <summary>How many values stand in it.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var _ in Within) count++;
        return count;
    }

    /// <summary>The same as JSON.</summary>
    public JsonElement ToJson() => CborJson.Write(this);

    /// <summary>Walks over the parts of a value, one after the other.</summary>
    internal ref struct Parts(CborTree tree, int whole)
    {
        private readonly int _end = tree.At(whole).End;
        private int _next = whole + 1;

        public CborValue Current { get; private set; }

        public readonly Parts GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= _end) return false;
            Current = new CborValue(tree, _next);
            _next = tree.At(_next).End;
            return true;
        }
    }
}
