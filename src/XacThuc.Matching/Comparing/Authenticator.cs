using System.Runtime.CompilerServices;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Comparing;

/// <summary>
/// Compares records with the register on the four mandatory fields (9438/BYT-CNTT): deterministic, no probability. Not
/// thread-safe: one a thread, as many as wanted over one index.
/// </summary>
public sealed unsafe class Authenticator : IDisposable
{
    private const int Batch = 32;

    private readonly PopulationIndex _index;
    private readonly RecordReader _reader;
    private readonly NameComparison _names;
    private readonly WrittenFields _text = new();
    private readonly ReadRecord[] _batch = new ReadRecord[Batch];
    private readonly int[] _recordWords = new int[NameReader.MaxWords];
    private readonly int[] _personWords = new int[NameReader.MaxWords];

    /// <summary>An authenticator over a register.</summary>
    /// <param name="index">The register.</param>
    /// <param name="today">The day by which dates of birth are possible or not.</param>
    /// <param name="encoding">How the records write names.</param>
    public Authenticator(PopulationIndex index, DateOnly today, NameEncoding encoding = NameEncoding.Unicode)
    {
        _index = index;
        _reader = new RecordReader(index, today, encoding);
        _names = new NameComparison(_reader.Names);
    }

    /// <summary>Receives the people of records that are right; <see langword="null"/> where nobody asks.</summary>
    public PeopleSet? Right { get; set; }

    /// <summary>Authenticates one record.</summary>
    public Comparison Authenticate(WrittenRecord record)
    {
        _text.Set(record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode, "");
        Span<Comparison> result = stackalloc Comparison[1];
        fixed (byte* bytes = _text.Bytes) Authenticate(bytes, _text.Places, result);
        return result[0];
    }

    /// <summary>Authenticates many records.</summary>
    /// <param name="text">The text that all fields lie in, with <see cref="PersonIntake.Slack"/> bytes behind it.</param>
    /// <param name="fields">
    /// Where they lie: for each record name, sex, date of birth, number, commune (<see cref="RecordFields.Count"/>).
    /// </param>
    /// <param name="results">Receives a comparison for each record.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Authenticate(byte* text, ReadOnlySpan<FieldPlace> fields, Span<Comparison> results)
    {
        _reader.Names.ForgetForeign();
        for (var start = 0; start < results.Length; start += Batch)
        {
            var count = Math.Min(Batch, results.Length - start);
            var anyOld = false;
            for (var i = 0; i < count; i++)
            {
                ref var record = ref _batch[i];
                _reader.Read(text, fields.Slice((start + i) * RecordFields.Count, RecordFields.Count), ref record);
                if (record.Number.Kind is NumberKind.Personal or NumberKind.ShortPersonal) _index.Slots.Prefetch(record.Number.Value);
                else if (record.Number.Kind is NumberKind.Old or NumberKind.ShortOld)
                {
                    anyOld = true;
                    _index.OldIds.Prefetch((uint)record.Number.Value);
                }
            }

            if (anyOld) PrefetchHolders(count);
            for (var i = 0; i < count; i++)
            {
                var name = fields[(start + i) * RecordFields.Count + RecordFields.Name];
                results[start + i] = Compare(_batch[i], text + name.Start, name.Length);
                if (Right is not null && results[start + i].Status == RecordStatus.Matched) Right.Add(PersonOf(_batch[i]));
            }
        }
    }

    // The one whom a right record is about; what is looked at has just been looked at.
    private long PersonOf(in ReadRecord record) => record.Number.Kind is NumberKind.Old or NumberKind.ShortOld
        ? BestHolder(record, hidden: null, out _).Place
        : _index.Slots.Find(record.Number.Value);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void PrefetchHolders(int count)
    {
        foreach (ref readonly var record in _batch.AsSpan(0, count))
        {
            if (record.Number.Kind != NumberKind.Old) continue;
            foreach (var place in _index.OldIds.Find((uint)record.Number.Value)) _index.Slots.PrefetchPlace(place);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Comparison Compare(in ReadRecord record, byte* name, int nameLength)
    {
        if (record.Number.Kind == NumberKind.Personal && !record.IsInvalid)
        {
            var place = _index.Slots.Find(record.Number.Value);
            if (place >= 0 && IsSame(record, _index.Slots.Pointer[place]))
                return new Comparison(
                    RecordStatus.Matched, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right,
                    Warnings(record, record.Number.Value));
        }

        return CompareFully(record, name, nameLength);
    }

    // Number, name, date and sex at once; an ambiguous id is never the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSame(in ReadRecord record, in Slot slot) =>
        slot.Key == Slot.MakeKey(record.Number.Value, record.Date.Packed, (uint)record.Sex) && slot.Name == record.Name;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Comparison CompareFully(in ReadRecord record, byte* name, int nameLength) => record.Number.Kind switch
    {
        NumberKind.Missing => NotCompared(record, FieldVerdict.Missing, Reason.IdMissing),
        NumberKind.Malformed => NotCompared(record, FieldVerdict.Unreadable, Reason.IdMalformed),
        NumberKind.Personal => ByPersonalId(record, name, nameLength),
        NumberKind.ShortPersonal => ByShortPersonalId(record),
        NumberKind.Old or NumberKind.ShortOld =>
            ByHolder(record, BestHolder(record, hidden: null, out var allRight), allRight, name, nameLength),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Comparison ByPersonalId(in ReadRecord record, byte* name, int nameLength)
    {
        var id = new PersonalId(record.Number.Value);
        var place = _index.Slots.Find(id.Value);
        if (place >= 0 && _index.Slots.Pointer[place].IsAmbiguous)
            return Found(record, FieldVerdict.Wrong, Reason.IdAmbiguous | Warnings(record, id.Value));
        if (place >= 0)
            return Against(record, _index.Slots.Pointer[place], Warnings(record, id.Value), name, nameLength);
        return id.IsWellFormed
            ? Found(record, FieldVerdict.Wrong, Reason.IdUnknown | Warnings(record, id.Value))
            : NotCompared(record, FieldVerdict.Unreadable, Reason.IdMalformed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Comparison ByShortPersonalId(in ReadRecord record)
    {
        var place = _index.Slots.Find(record.Number.Value);
        return place >= 0 && !_index.Slots.Pointer[place].IsAmbiguous && FieldsRight(record, place) == 3
            ? Matched(Reasons.Of(Reason.IdLeadingZeros) | Warnings(record, record.Number.Value))
            : NotCompared(record, FieldVerdict.Unreadable, Reason.IdMalformed);
    }

    /// <summary>Reads a record, for a look-up that is made in several steps.</summary>
    internal void Read(byte* text, ReadOnlySpan<FieldPlace> fields, out ReadRecord record)
    {
        record = default;
        _reader.Names.ForgetForeign();
        _reader.Read(text, fields, ref record);
    }

    /// <summary>What an old number comes to once it is known who of its holders is meant.</summary>
    internal Comparison ByHolder(in ReadRecord record, in Holder best, int allRight, byte* name, int nameLength)
    {
        if (record.Number.Kind == NumberKind.ShortOld)
            return allRight == 1
                ? Matched(Reasons.Of(Reason.IdOldNumber) | Reason.IdLeadingZeros)
                : NotCompared(record, FieldVerdict.Unreadable, Reason.IdMalformed);

        if (!best.IsAnybody) return Found(record, FieldVerdict.Wrong, Reason.IdUnknown);
        if (allRight > 1) return Found(record, FieldVerdict.Wrong, Reason.IdAmbiguous);
        return best.Right == 3
            ? Matched(Reason.IdOldNumber)
            : Against(record, _index.Slots.Pointer[best.Place], Reason.IdOldNumber, name, nameLength);
    }

    /// <summary>Of all holders of an old number the one with most right fields; of equals the first (<see cref="Holder"/>).</summary>
    /// <param name="record">The record.</param>
    /// <param name="hidden">Personal ids of people who are passed over; none where it is <see langword="null"/>.</param>
    /// <param name="allRight">How many have all fields right.</param>
    internal Holder BestHolder(in ReadRecord record, IReadOnlySet<ulong>? hidden, out int allRight)
    {
        var best = Holder.Nobody;
        allRight = 0;
        foreach (var place in _index.OldIds.Find((uint)record.Number.Value))
        {
            ref readonly var slot = ref _index.Slots.Pointer[place];
            if (hidden is not null && hidden.Contains(slot.Id)) continue;
            var holder = new Holder(place, FieldsRight(record, place), slot.Id, slot.Key);
            if (holder.Right == 3) allRight++;
            if (holder.IsBefore(best)) best = holder;
        }

        return best;
    }

    private int FieldsRight(in ReadRecord record, long place)
    {
        ref readonly var slot = ref _index.Slots.Pointer[place];
        return (record.NameState == ReadState.Read && slot.Name == record.Name ? 1 : 0) +
            (record.SexState == ReadState.Read && slot.Sex == (uint)record.Sex ? 1 : 0) +
            (record.DateState == ReadState.Read && slot.Date == record.Date.Packed ? 1 : 0);
    }

    private Comparison Against(in ReadRecord record, in Slot person, Reasons reasons, byte* name, int nameLength)
    {
        var nameVerdict = Verdict(record.NameState, record.Name == person.Name);
        var sexVerdict = Verdict(record.SexState, (uint)record.Sex == person.Sex);
        var dateVerdict = Verdict(record.DateState, record.Date.Packed == person.Date);
        var numberVerdict = FieldVerdict.Right;

        if (nameVerdict == FieldVerdict.Wrong) reasons |= ExplainName(person.Name, name, nameLength);
        if (sexVerdict == FieldVerdict.Wrong) reasons |= Reason.SexDifferent;
        if (dateVerdict == FieldVerdict.Wrong)
            reasons |= DateComparison.Explain(record.Date, PartialDate.FromPacked(person.Date));
        if (reasons.Contains(Reason.NameDifferent) && reasons.Contains(Reason.DobDifferent))
        {
            numberVerdict = FieldVerdict.Wrong;
            reasons |= Reason.IdBelongsToOther;
        }

        var status = record.IsInvalid ? RecordStatus.Invalid
            : nameVerdict == FieldVerdict.Right && sexVerdict == FieldVerdict.Right && dateVerdict == FieldVerdict.Right
                ? RecordStatus.Matched
                : RecordStatus.Mismatched;
        return new Comparison(
            status, nameVerdict, sexVerdict, dateVerdict, numberVerdict, reasons | Unread(record));
    }

    private Reasons ExplainName(ulong personName, byte* name, int nameLength)
    {
        _reader.Names.Read(name, nameLength, _recordWords, out var recordCount);
        var personCount = _index.WordsOf(personName, _personWords);
        return _names.Explain(_recordWords.AsSpan(0, recordCount), _personWords.AsSpan(0, personCount));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Comparison Matched(Reasons notes) => new(
        RecordStatus.Matched, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, notes);

    // The number can be one, yet there is nobody to compare with.
    private static Comparison Found(in ReadRecord record, FieldVerdict number, Reasons reasons) => new(
        record.IsInvalid ? RecordStatus.Invalid : RecordStatus.Mismatched,
        Uncompared(record.NameState), Uncompared(record.SexState), Uncompared(record.DateState), number,
        reasons | Unread(record));

    private static Comparison NotCompared(in ReadRecord record, FieldVerdict number, Reason reason) => new(
        record.IsInvalid ? RecordStatus.Invalid : RecordStatus.Unauthenticated,
        Uncompared(record.NameState), Uncompared(record.SexState), Uncompared(record.DateState), number,
        Reasons.Of(reason) | Unread(record));

    private static FieldVerdict Verdict(ReadState state, bool same) =>
        state != ReadState.Read ? Uncompared(state) : same ? FieldVerdict.Right : FieldVerdict.Wrong;

    private static FieldVerdict Uncompared(ReadState state) => state switch
    {
        ReadState.Missing => FieldVerdict.Missing,
        ReadState.Unreadable => FieldVerdict.Unreadable,
        ReadState.Read => FieldVerdict.NotCompared,
    };

    private static Reasons Unread(in ReadRecord record)
    {
        var reasons = Reasons.None;
        if (record.NameState != ReadState.Read)
            reasons |= record.NameState == ReadState.Missing ? Reason.NameMissing : Reason.NameUnreadable;
        if (record.SexState != ReadState.Read)
            reasons |= record.SexState == ReadState.Missing ? Reason.SexMissing : Reason.SexUnreadable;
        if (record.DateState != ReadState.Read)
            reasons |= record.DateState == ReadState.Missing ? Reason.DobMissing : Reason.DobUnreadable;
        return reasons;
    }

    // Whether the number itself agrees with the record is a warning only: the register, not the number, is the truth.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Reasons Warnings(in ReadRecord record, ulong number)
    {
        var centuryAndSex = (uint)(number / 100_000_000 % 10);
        if (centuryAndSex > 3) return Reasons.None;

        var reasons = Reasons.None;
        if (record.SexState == ReadState.Read && (centuryAndSex & 1) != (record.Sex == Sex.Female ? 1u : 0u))
            reasons |= Reason.IdDisagreesWithSex;
        var year = 1900 + centuryAndSex / 2 * 100 + (uint)(number / 1_000_000 % 100);
        if (record.DateState == ReadState.Read && year != (uint)record.Date.Year) reasons |= Reason.IdDisagreesWithYear;
        return reasons;
    }
}
