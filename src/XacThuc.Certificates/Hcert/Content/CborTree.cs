using System.Buffers;
using System.Formats.Cbor;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace XacThuc.Certificates.Hcert.Content;

/// <summary>
/// CBOR read within limits (RFC 8949): what stands in a certificate is text, numbers, lists and named values, in a row. No name stands twice, and text
/// is Unicode: the platform's strict reader sees to the same and takes twice the time.
/// </summary>
internal sealed class CborTree
{
    private const int Deepest = 16;

    // Few names are compared with each other; of many each is looked up, lest somebody's thousands take a minute.
    private const int Few = 16;

    private readonly int _deepest;
    private readonly byte[] _bytes;
    private readonly int _from;
    private readonly int _length;

    // What was written in pieces is joined here, and counted on from the end of what was read.
    private ArrayBufferWriter<byte>? _joined;
    private CborItem[] _items = new CborItem[24];
    private int _count;

    // A span of an array is had at once; memory would be asked at each name what it is.
    private CborTree(ReadOnlyMemory<byte> bytes, int deepest)
    {
        _deepest = deepest;
        (_bytes, _from, _length) = MemoryMarshal.TryGetArray(bytes, out var array) ? (array.Array!, array.Offset, array.Count) : (bytes.ToArray(), 0, bytes.Length);
    }

    /// <summary>Reads the next value.</summary>
    /// <param name="from">The reader.</param>
    /// <param name="all">All that it reads.</param>
    /// <param name="deepest">How many levels there may be.</param>
    /// <exception cref="CborContentException">It is no CBOR, or none that has a JSON.</exception>
    public static CborValue Read(CborReader from, ReadOnlyMemory<byte> all, int deepest = Deepest)
    {
        var tree = new CborTree(all, deepest);
        tree.Add(from, all.Length, name: default, depth: 0);
        return new CborValue(tree, at: 0);
    }

    public ref readonly CborItem At(int at) => ref _items[at];

    public ReadOnlySpan<byte> BytesAt(CborPlace place) =>
        place.At < _length || _joined is null ? _bytes.AsSpan(_from + place.At, place.Length) : _joined.WrittenSpan.Slice(place.At - _length, place.Length);

    private void Add(CborReader from, int length, CborPlace name, int depth)
    {
        if (depth > _deepest) throw new CborContentException("Nested too deep.");
        switch (from.PeekState())
        {
            case CborReaderState.Tag:
                // What a tag says of a value (a date, a number of seconds) its place says too.
                from.ReadTag();
                Add(from, length, name, depth + 1);
                break;
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                Add(CborKind.Text, name, TextOf(from, length));
                break;
            case CborReaderState.ByteString:
                Add(CborKind.Bytes, name, PlaceOf(from.ReadDefiniteLengthByteString(), from, length));
                break;
            case CborReaderState.StartIndefiniteLengthByteString:
                Add(CborKind.Bytes, name, Joined(from.ReadByteString()));
                break;
            case CborReaderState.UnsignedInteger:
                Add(CborKind.Unsigned, name, number: (long)from.ReadUInt64());
                break;
            case CborReaderState.NegativeInteger:
                Add(CborKind.Negative, name, number: from.ReadInt64());
                break;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                var number = from.ReadDouble();
                if (!double.IsFinite(number)) throw new CborContentException("No number.");
                Add(CborKind.Float, name, number: BitConverter.DoubleToInt64Bits(number));
                break;
            case CborReaderState.Boolean:
                Add(from.ReadBoolean() ? CborKind.True : CborKind.False, name);
                break;
            case CborReaderState.Null:
                from.ReadNull();
                Add(CborKind.Null, name);
                break;
            case CborReaderState.SimpleValue:
                from.ReadSimpleValue();
                Add(CborKind.Null, name);
                break;
            case CborReaderState.StartArray:
                List(from, length, name, depth);
                break;
            case CborReaderState.StartMap:
                Map(from, length, name, depth);
                break;
            default:
                throw new CborContentException("Nothing that has a JSON.");
        }
    }

    private void List(CborReader from, int length, CborPlace name, int depth)
    {
        var at = Add(CborKind.List, name);
        from.ReadStartArray();
        while (from.PeekState() != CborReaderState.EndArray) Add(from, length, name: default, depth + 1);
        from.ReadEndArray();
        Close(at);
    }

    private void Map(CborReader from, int length, CborPlace name, int depth)
    {
        var (at, names) = (Add(CborKind.Map, name), 0);
        from.ReadStartMap();
        HashSet<string>? seen = null;
        while (from.PeekState() is var state && state != CborReaderState.EndMap)
        {
            if (state is not (CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString)) throw new CborContentException("A name is no text.");
            var own = TextOf(from, length);
            if (++names > Few ? !(seen ??= NamesIn(at)).Add(TextAt(own)) : IsThere(at, BytesAt(own))) throw new CborContentException("A name stands twice.");
            Add(from, length, own, depth + 1);
        }

        from.ReadEndMap();
        Close(at);
    }

    private bool IsThere(int map, ReadOnlySpan<byte> name)
    {
        for (var at = map + 1; at < _count; at = _items[at].End)
            if (BytesAt(_items[at].Name).SequenceEqual(name)) return true;
        return false;
    }

    private HashSet<string> NamesIn(int map)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = map + 1; at < _count; at = _items[at].End) names.Add(TextAt(_items[at].Name));
        return names;
    }

    private string TextAt(CborPlace place) => Encoding.UTF8.GetString(BytesAt(place));

    private CborPlace TextOf(CborReader from, int length)
    {
        if (from.PeekState() == CborReaderState.StartIndefiniteLengthTextString) return Joined(Encoding.UTF8.GetBytes(from.ReadTextString()));
        var text = from.ReadDefiniteLengthTextStringBytes();
        return Utf8.IsValid(text.Span) ? PlaceOf(text, from, length) : throw new CborContentException("Text that is no Unicode.");
    }

    // What stands in one piece is left where it is.
    private static CborPlace PlaceOf(ReadOnlyMemory<byte> read, CborReader from, int length) => new(length - from.BytesRemaining - read.Length, read.Length);

    private CborPlace Joined(byte[] bytes)
    {
        _joined ??= new ArrayBufferWriter<byte>();
        var place = new CborPlace(_length + _joined.WrittenCount, bytes.Length);
        _joined.Write(bytes);
        return place;
    }

    private int Add(CborKind kind, CborPlace name, CborPlace bytes = default, long number = 0)
    {
        if (_count == _items.Length) Array.Resize(ref _items, _count * 2);
        _items[_count] = new CborItem(kind, name, bytes, number, _count + 1);
        return _count++;
    }

    private void Close(int at) => _items[at] = _items[at] with { End = _count };
}
