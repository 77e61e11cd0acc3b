using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Weighing;

/// <summary>Reads records whose person is sought. One a thread.</summary>
internal sealed unsafe class SoughtReader(
    PopulationIndex index, WordKeys keys, DateOnly today, NameEncoding encoding) : IDisposable
{
    private readonly RecordReader _reader = new(index, today, encoding);
    private readonly int[] _codes = new int[NameReader.MaxWords];
    private readonly uint[] _keys = new uint[NameReader.MaxWords];

    private RecordWordKeys? _words;

    public NameReader Names => _reader.Names;

    public RecordWordKeys Words => _words ??= new RecordWordKeys(Names, keys);

    /// <summary>Forgets foreign words if they are too many; records read before lose their meaning.</summary>
    /// <returns>Whether any were forgotten.</returns>
    public bool Forget()
    {
        if (!Names.ForgetForeign()) return false;
        Words.Forget();
        return true;
    }

    public void Read(byte* text, ReadOnlySpan<FieldPlace> fields, SoughtRecord record)
    {
        var read = default(ReadRecord);
        _reader.Read(text, fields, ref read);
        _ = CommuneReader.TryRead(fields[RecordFields.Commune].Of(text), out read.Commune);

        var name = fields[RecordFields.Name];
        if (Names.Read(text + name.Start, name.Length, _codes, out var count) != ReadState.Read) count = 0;
        for (var i = 0; i < count; i++) _keys[i] = Words[_codes[i]].Sound;
        record.Set(read, Names, _codes.AsSpan(0, count), _keys.AsSpan(0, count));
    }

    public void Dispose() => _reader.Dispose();
}
