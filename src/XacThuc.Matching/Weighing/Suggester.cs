using XacThuc.Matching.Blocking;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Weighing.Fitting;
using XacThuc.Matching.Weighing.Levels;
using XacThuc.Matching.Weighing.Taken;

namespace XacThuc.Matching.Weighing;

/// <summary>Suggests who a record is about: help for the officer who decides, never applied by itself. One a thread.</summary>
public sealed unsafe class Suggester : IDisposable
{
    // Of the candidates of a record that stays open; natural logarithm: some 20,000 to one.
    private const float KeptWithin = 10;
    private const int MostKept = 24;

    private readonly PopulationIndex _index;
    private readonly SoughtReader _reader;
    private readonly PersonSearch _search;
    private readonly LinkageModel _model;
    private readonly NameComparison _names;
    private readonly SoughtRecord _record = new();
    private readonly WrittenFields _text = new();
    private readonly int[] _personWords = new int[NameReader.MaxWords];
    private Suggestion[] _suggestions = [];

    internal Suggester(
        PopulationIndex index, SoughtReader reader, Roads roads, Frequencies frequencies, LinkageModel model)
    {
        _index = index;
        _reader = reader;
        _model = model;
        _search = new PersonSearch(index, roads, frequencies, reader, model);
        _names = new NameComparison(reader.Names);
    }

    /// <summary>The likeliest people for a record, the likeliest first. Valid until the next call.</summary>
    /// <param name="text">The text its fields lie in, with <see cref="PersonIntake.Slack"/> bytes behind it.</param>
    /// <param name="fields">Where, in the order of <see cref="RecordFields"/>.</param>
    /// <param name="top">The most that are wanted.</param>
    /// <param name="others">What the other records of the file say.</param>
    /// <param name="open">
    /// The record, where it waits for the others (<see cref="OtherRecords.Settle"/>): then nobody is suggested yet.
    /// </param>
    public ReadOnlySpan<Suggestion> Suggest(
        byte* text, ReadOnlySpan<FieldPlace> fields, int top, OtherRecords others, out OpenRecord? open)
    {
        open = null;
        var candidates = Seek(text, fields, top);
        if (candidates.IsEmpty || others.Hear(candidates[0])) return Told(candidates);
        open = Open(_search.All);
        return [];
    }

    /// <summary>The likeliest people for a record in hand, each with the weight that each field added or took.</summary>
    public IReadOnlyList<Explanation> Explain(WrittenRecord record, int top)
    {
        _text.Set(record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode, "");
        fixed (byte* bytes = _text.Bytes)
        {
            var candidates = Seek(bytes, _text.Places, top);
            var explained = new List<Explanation>();
            foreach (ref readonly var candidate in candidates)
                explained.Add(Explain(candidate, explained.Count + 1, _index.Facts.People));
            return explained;
        }
    }

    /// <summary>Every candidate for a record. Valid until the next call.</summary>
    internal Span<Candidate> SeekAll(WrittenRecord record)
    {
        _text.Set(record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode, "");
        fixed (byte* bytes = _text.Bytes) return Seek(bytes, _text.Places, CandidateSet.Capacity);
    }

    /// <summary>See <see cref="PersonSearch.Hidden"/>.</summary>
    internal double Hidden => _search.Hidden;

    /// <summary>The person of a candidate of the last search.</summary>
    internal PersonalId PersonAt(long place) => new(_index.Slots.Pointer[place].Id);

    /// <summary>A candidate of the last search with its weights.</summary>
    internal Explanation Explain(in Candidate candidate, int rank, long people) => Explanation.Of(
        new Suggestion(rank, PersonAt(candidate.Place), candidate.Probability, Differences(candidate)),
        _index.PersonAt(candidate.Place), candidate, _model, people);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private ReadOnlySpan<Suggestion> Told(ReadOnlySpan<Candidate> candidates)
    {
        var count = 0;
        while (count < candidates.Length && (count == 0 || candidates[count].Probability >= Caution.LeastBeside(candidates[0].Probability))) count++;
        if (_suggestions.Length < count) _suggestions = new Suggestion[count];
        for (var i = 0; i < count; i++)
            _suggestions[i] = new Suggestion(
                i + 1, PersonAt(candidates[i].Place), candidates[i].Probability, Differences(candidates[i]));
        return _suggestions.AsSpan(0, count);
    }

    // Whoever could hardly come to anything, whatever the other records say, is counted, not kept.
    private OpenRecord Open(Span<Candidate> candidates)
    {
        var able = 0;
        var least = candidates[0].LogWeight - KeptWithin;
        for (var i = 0; i < candidates.Length; i++)
        {
            if (candidates[i].LogWeight < least) continue;
            (candidates[able], candidates[i]) = (candidates[i], candidates[able]);
            able++;
        }

        var count = Math.Min(MostKept, able);
        _search.PutFirst(candidates[..able], count);
        var kept = new OpenCandidate[count];
        for (var i = 0; i < count; i++)
        {
            kept[i] = new OpenCandidate
            {
                Place = candidates[i].Place,
                Person = PersonAt(candidates[i].Place),
                Reasons = Differences(candidates[i]),
                LogWeight = candidates[i].LogWeight,
            };
        }

        var nobody = _search.Nobody;
        foreach (ref readonly var other in candidates[count..]) nobody += _search.ChanceOf(other);
        return new OpenRecord(kept, nobody);
    }

    internal Span<Candidate> Seek(byte* text, ReadOnlySpan<FieldPlace> fields, int top)
    {
        if (_reader.Forget()) _search.Pairs.Forget();
        _reader.Read(text, fields, _record);
        return _search.Seek(_record, top);
    }

    private Reasons Differences(in Candidate candidate)
    {
        ref readonly var slot = ref _index.Slots.Pointer[candidate.Place];
        var reasons = Reasons.None;
        if (!_record.Words.IsEmpty)
        {
            var count = _index.WordsOf(slot.Name, _personWords);
            reasons |= _names.Explain(_record.Words, _personWords.AsSpan(0, count));
        }
        else
        {
            reasons |= _record.Fields.NameState == ReadState.Missing ? Reason.NameMissing : Reason.NameUnreadable;
        }

        reasons |= _record.Fields.DateState switch
        {
            ReadState.Read => DateComparison.Explain(_record.Fields.Date, PartialDate.FromPacked(slot.Date)),
            ReadState.Missing => Reason.DobMissing,
            ReadState.Unreadable => Reason.DobUnreadable,
        };
        reasons |= _record.Fields.SexState switch
        {
            ReadState.Read => (uint)_record.Fields.Sex == slot.Sex ? Reasons.None : Reason.SexDifferent,
            ReadState.Missing => Reason.SexMissing,
            ReadState.Unreadable => Reason.SexUnreadable,
        };
        return reasons | NumberDifference((NumberLevel)candidate.Evidence.LevelOf(EvidenceField.Number));
    }

    private Reasons NumberDifference(NumberLevel level) => level switch
    {
        NumberLevel.Same => _record.Fields.Number.Digits < 12 ? Reason.IdLeadingZeros : Reasons.None,
        NumberLevel.SameOld => Reason.IdOldNumber,
        NumberLevel.OneDigit or NumberLevel.LostOrAdded => Reason.IdDigit,
        NumberLevel.Transposed => Reason.IdTransposed,
        NumberLevel.TwoDigits or NumberLevel.Relative or NumberLevel.Neighbour or NumberLevel.Different =>
            _record.Owner >= 0 ? Reason.IdBelongsToOther : Reason.IdUnknown,
        NumberLevel.Unknown => _record.Fields.Number.Kind == NumberKind.Missing ? Reason.IdMissing : Reason.IdMalformed,
    };
}
