using System.Runtime.CompilerServices;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Comparing;

/// <summary>Reads the fields of records against the words of a register. One a thread.</summary>
internal sealed unsafe class RecordReader(PopulationIndex index, DateOnly today, NameEncoding encoding) : IDisposable
{
    private readonly DateReader _dates = new(today);
    private readonly int[] _codes = new int[NameReader.MaxWords];

    public NameReader Names { get; } = new(index.Words, index.LongNames, adds: false) { Encoding = encoding };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(byte* text, ReadOnlySpan<FieldPlace> fields, ref ReadRecord record)
    {
        var name = fields[RecordFields.Name];
        record.NameState = Names.Read(text + name.Start, name.Length, _codes, out var words);
        record.Name = record.NameState == ReadState.Read ? Names.Pack(_codes.AsSpan(0, words)) : PackedName.Nobody;
        record.SexState = SexReader.Read(fields[RecordFields.Sex].Of(text), out record.Sex);
        record.DateState = _dates.Read(fields[RecordFields.Date].Of(text), out record.Date);
        record.Number = NumberReader.Read(fields[RecordFields.Number].Of(text));
    }

    public void Dispose() => Names.Dispose();
}
