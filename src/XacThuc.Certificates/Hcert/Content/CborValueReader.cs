using System.Formats.Cbor;
using System.Text;
using System.Text.Unicode;

namespace XacThuc.Certificates.Hcert.Content;

/// <summary>
/// Reads CBOR within limits (RFC 8949): what stands in a certificate is text, numbers, lists and named values. No name stands twice, and text is
/// Unicode: the platform's strict reader sees to the same and takes twice the time.
/// </summary>
internal sealed class CborValueReader(int deepest)
{
    private const int Deepest = 16;

    // Few names are compared with each other; of many each is looked up, lest somebody's thousands take a minute.
    private const int Few = 16;

    private CborItem[] _items = new CborItem[24];
    private int _count;

    /// <summary>Reads the next value.</summary>
    /// <exception cref="CborContentException">It is no CBOR, or none that has a JSON.</exception>
    public static CborValue Read(CborReader from, int deepest = Deepest)
    {
        var reader = new CborValueReader(deepest);
        reader.Add(from, name: default, depth: 0);
        return new CborValue(reader._items, at: 0);
    }

    /// <summary>Reads text, written whole or in pieces.</summary>
    /// <exception cref="CborContentException">It is no text.</exception>
    public static ReadOnlyMemory<byte> TextOf(CborReader from)
    {
        if (from.PeekState() == CborReaderState.StartIndefiniteLengthTextString) return Encoding.UTF8.GetBytes(from.ReadTextString());
        var text = from.ReadDefiniteLengthTextStringBytes();
        return Utf8.IsValid(text.Span) ? text : throw new CborContentException("Text that is no Unicode.");
    }

    private void Add(CborReader from, ReadOnlyMemory<byte> name, int depth)
    {
        if (depth > deepest) throw new CborContentException("Nested too deep.");
        switch (from.PeekState())
        {
            case CborReaderState.Tag:
                // What a tag says of a value (a date, a number of seconds) its place says too.
                from.ReadTag();
                Add(from, name, depth + 1);
                break;
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                Add(CborKind.Text, name, TextOf(from));
                break;
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                Add(CborKind.Bytes, name, from.ReadByteString());
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
                List(from, name, depth);
                break;
            case CborReaderState.StartMap:
                Map(from, name, depth);
                break;
            default:
                throw new CborContentException("Nothing that has a JSON.");
        }
    }

    private void List(CborReader from, ReadOnlyMemory<byte> name, int depth)
    {
        var at = Add(CborKind.List, name);
        from.ReadStartArray();
        while (from.PeekState() != CborReaderState.EndArray) Add(from, name: default, depth + 1);
        from.ReadEndArray();
        Close(at);
    }

    private void Map(CborReader from, ReadOnlyMemory<byte> name, int depth)
    {
        var (at, names) = (Add(CborKind.Map, name), 0);
        from.ReadStartMap();
        HashSet<string>? seen = null;
        while (from.PeekState() is var state && state != CborReaderState.EndMap)
        {
            if (state is not (CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString)) throw new CborContentException("A name is no text.");
            var own = TextOf(from);
            if (++names > Few ? !(seen ??= NamesIn(at)).Add(Encoding.UTF8.GetString(own.Span)) : IsThere(at, own.Span)) throw new CborContentException("A name stands twice.");
            Add(from, own, depth + 1);
        }

        from.ReadEndMap();
        Close(at);
    }

    private bool IsThere(int map, ReadOnlySpan<byte> name)
    {
        for (var at = map + 1; at < _count; at = _items[at].End)
            if (_items[at].Name.Span.SequenceEqual(name)) return true;
        return false;
    }

    private HashSet<string> NamesIn(int map)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = map + 1; at < _count; at = _items[at].End) names.Add(Encoding.UTF8.GetString(_items[at].Name.Span));
        return names;
    }

    private int Add(CborKind kind, ReadOnlyMemory<byte> name, ReadOnlyMemory<byte> bytes = default, long number = 0)
    {
        if (_count == _items.Length) Array.Resize(ref _items, _count * 2);
        _items[_count] = new CborItem(kind, name, bytes, number, _count + 1);
        return _count++;
    }

    private void Close(int at) => _items[at] = _items[at] with { End = _count };
}
