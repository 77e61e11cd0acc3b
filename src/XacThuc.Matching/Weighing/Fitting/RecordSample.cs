using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;

namespace XacThuc.Matching.Weighing.Fitting;

/// <summary>Records kept aside to fit the model to.</summary>
public sealed unsafe class RecordSample
{
    private readonly List<(long Order, byte[] Text, FieldPlace[] Fields)> _records = [];

    /// <summary>How many there are.</summary>
    public int Count => _records.Count;

    /// <summary>Keeps a copy of a record.</summary>
    /// <param name="order">Its place among all records: samples of several threads come out the same.</param>
    /// <param name="text">The text its fields lie in.</param>
    /// <param name="fields">Where, in the order of <see cref="RecordFields"/>.</param>
    public void Add(long order, byte* text, ReadOnlySpan<FieldPlace> fields)
    {
        var length = PersonIntake.Slack;
        foreach (var field in fields) length += field.Length;
        var copy = new byte[length];
        var places = new FieldPlace[fields.Length];
        var at = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Of(text).CopyTo(copy.AsSpan(at));
            places[i] = new FieldPlace(at, fields[i].Length);
            at += fields[i].Length;
        }

        _records.Add((order, copy, places));
    }

    /// <summary>Keeps a record in hand.</summary>
    public void Add(long order, WrittenRecord record)
    {
        var text = new WrittenFields();
        text.Set(record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode, "");
        fixed (byte* bytes = text.Bytes) Add(order, bytes, text.Places);
    }

    /// <summary>Takes over the records of another sample.</summary>
    public void Add(RecordSample other) => _records.AddRange(other._records);

    internal (byte[] Text, FieldPlace[] Fields) this[int i] => (_records[i].Text, _records[i].Fields);

    /// <summary>At most so many of the records, evenly from all over, in their order.</summary>
    internal RecordSample Thin(int most)
    {
        var ordered = _records.OrderBy(record => record.Order).ToArray();
        var thin = new RecordSample();
        var count = Math.Min(most, ordered.Length);
        for (var i = 0; i < count; i++) thin._records.Add(ordered[(long)i * ordered.Length / count]);
        return thin;
    }
}
