using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Weighing.Fitting;

namespace XacThuc.Matching.Weighing.Levels;

/// <summary>
/// Compares names part by part: family name, middle words, given name; each candidate's part against the record's word
/// in the same place, and where that does not agree, against the others.
/// </summary>
internal sealed class NameParts(SoughtReader reader, Frequencies frequencies, ChanceAgreement chance)
{
    private const int CacheBits = 13;

    // So many orders of its words can a name be written in.
    private const int Orders = 6;

    private readonly RecordWordKeys _words = reader.Words;
    private readonly (long Pair, WordLevel Level)[] _levels = new (long, WordLevel)[1 << CacheBits];
    private readonly byte[] _joinedLeft = new byte[NameReader.MaxWords * 32];
    private readonly byte[] _joinedRight = new byte[NameReader.MaxWords * 32];

    public void Compare(SoughtRecord record, ReadOnlySpan<int> person, ref Evidence evidence)
    {
        var written = record.Words;
        if (written.IsEmpty || person.IsEmpty)
        {
            evidence.Set(EvidenceField.FamilyName, record.Context, (int)NameLevel.Missing, 1);
            evidence.Set(EvidenceField.MiddleName, record.Context, (int)NameLevel.Missing, chance.MissingMiddle);
            evidence.Set(EvidenceField.GivenName, record.Context, (int)NameLevel.Missing, 1);
            return;
        }

        var (family, middle, given) = Levels(record, person);
        evidence.Set(EvidenceField.FamilyName, record.Context, (int)family, Math.Min(1, OfEnd(EvidenceField.FamilyName, family, frequencies.Family, person[0])));
        evidence.Set(EvidenceField.MiddleName, record.Context, (int)middle, Math.Min(1, OfMiddle(middle, person)));
        evidence.Set(EvidenceField.GivenName, record.Context, (int)given, Math.Min(1, OfEnd(EvidenceField.GivenName, given, frequencies.Given, person[^1])));
    }

    // How often chance alone brings a part of a name to a level. Most candidates come to none that needs a share.
    private double OfEnd(EvidenceField field, NameLevel level, WordShares shares, int word) => level switch
    {
        NameLevel.Same => shares[word],
        NameLevel.Marks => shares.Plain(word),
        NameLevel.OneLetter => shares.Plain(word) + shares.Near(word),
        NameLevel.Moved => shares[word] + chance.Moved,
        _ => OfAny(field, level),
    };

    private double OfMiddle(NameLevel level, ReadOnlySpan<int> person) => level switch
    {
        NameLevel.Same or NameLevel.Marks => MiddleShare(person),
        NameLevel.OneLetter => MiddleShare(person) + chance.OneLetterMiddle,
        NameLevel.Moved => MiddleShare(person) * Orders,
        NameLevel.Missing => chance.MissingMiddle,
        _ => OfAny(EvidenceField.MiddleName, level),
    };

    private double OfAny(EvidenceField field, NameLevel level) => level switch
    {
        NameLevel.Sound => chance.Sound[field - EvidenceField.FamilyName],
        NameLevel.TwoLetters => chance.TwoLetters[field - EvidenceField.FamilyName],
        NameLevel.Missing => 0.5,
        _ => 1,
    };

    private double MiddleShare(ReadOnlySpan<int> person)
    {
        Span<uint> keys = stackalloc uint[NameReader.MaxWords];
        for (var i = 0; i < person.Length; i++) keys[i] = _words[person[i]].Sound;
        return frequencies.Middle(NameKeys.Of(keys[..person.Length]).Middle);
    }

    private (NameLevel Family, NameLevel Middle, NameLevel Given) Levels(SoughtRecord record, ReadOnlySpan<int> person)
    {
        var written = record.Words;
        var given = LevelOf(written[^1], person[^1]);
        if (person.Length == 1) return (NameLevel.Missing, MiddleLevel(written.Length > 2 ? written[1..^1] : [], []), given);
        var family = LevelOf(written[0], person[0]);
        var right = person[1..^1];
        if (family != NameLevel.Different && given != NameLevel.Different)
            return (family, MiddleLevel(written.Length > 2 ? written[1..^1] : [], right), given);
        // One event, not three: what was moved or joined counts once, as the middle words' level.
        if (written.Length == person.Length ? IsReordered(record, person) : IsJoined(written, person))
            return (NameLevel.Same, NameLevel.Moved, NameLevel.Same);

        // A word too few at either end: the others stand one place off.
        if (written.Length < person.Length && family == NameLevel.Different && given != NameLevel.Different &&
            MiddleLevel(written[..^1], right) is var lacksFamily and < NameLevel.Moved)
            return (NameLevel.Missing, lacksFamily, given);
        if (written.Length < person.Length && given == NameLevel.Different && family != NameLevel.Different &&
            MiddleLevel(written[1..], right) is var lacksGiven and < NameLevel.Moved)
            return (family, lacksGiven, NameLevel.Missing);

        if (given == NameLevel.Different) given = Elsewhere(written, person[^1], written.Length - 1);
        if (family == NameLevel.Different) family = Elsewhere(written, person[0], 0);
        return (family, MiddleLevel(written.Length > 2 ? written[1..^1] : [], right), given);
    }

    private NameLevel Elsewhere(ReadOnlySpan<int> written, int word, int place)
    {
        for (var i = 0; i < written.Length; i++)
            if (i != place && IsButForMarks(written[i], word)) return NameLevel.Moved;
        return NameLevel.Different;
    }

    private NameLevel MiddleLevel(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.IsEmpty && right.IsEmpty) return NameLevel.Same;
        if (left.IsEmpty || right.IsEmpty) return NameLevel.Missing;
        if (left.Length == right.Length)
        {
            var worst = NameLevel.Same;
            for (var i = 0; i < left.Length; i++) worst = (NameLevel)Math.Max((int)worst, (int)LevelOf(left[i], right[i]));
            if (worst != NameLevel.Different) return worst;
        }

        // Some of the words are there: in another order, or one is missing or added.
        var found = 0;
        foreach (var word in right)
            foreach (var other in left)
                if (IsButForMarks(other, word))
                {
                    found++;
                    break;
                }

        if (found == 0) return NameLevel.Different;
        return left.Length >= right.Length && found == right.Length ? NameLevel.Moved : NameLevel.Missing;
    }

    private bool IsReordered(SoughtRecord record, ReadOnlySpan<int> person)
    {
        var written = record.Words;
        if (written.Length > 8) return false;
        // The same words in any order have the same sum of keys.
        uint difference = 0;
        foreach (var key in record.Keys) difference += key;
        foreach (var word in person) difference -= _words[word].Sound;
        if (difference != 0) return false;
        Span<bool> taken = stackalloc bool[8];
        taken.Clear();
        foreach (var word in written)
        {
            var at = 0;
            while (at < person.Length && (taken[at] || !IsButForMarks(word, person[at]))) at++;
            if (at == person.Length) return false;
            taken[at] = true;
        }

        return true;
    }

    private bool IsJoined(ReadOnlySpan<int> written, ReadOnlySpan<int> person)
    {
        var left = Join(written, _joinedLeft);
        var right = Join(person, _joinedRight);
        return left.SequenceEqual(right);
    }

    private ReadOnlySpan<byte> Join(ReadOnlySpan<int> name, byte[] to)
    {
        var length = 0;
        foreach (var code in name)
        {
            if (reader.Names[code].Length + length > to.Length) break;
            length += WordForms.Plain(reader.Names[code], to.AsSpan(length));
        }

        return to.AsSpan(0, length);
    }

    // Words that differ in marks at most sound the same.
    private bool IsButForMarks(int written, int person) => written == person ||
        _words[written].Sound == _words[person].Sound && LevelOf(written, person) <= NameLevel.Marks;

    private NameLevel LevelOf(int written, int person)
    {
        if (written == person) return NameLevel.Same;
        if (_words[written].CannotBeLike(_words[person])) return NameLevel.Different;
        var pair = (long)written << 32 | (uint)person;
        ref var remembered = ref _levels[(int)((ulong)(pair * -7046029254386353131L) >> (64 - CacheBits))];
        if (remembered.Pair != pair) remembered = (pair, WordComparison.Compare(reader.Names[written], reader.Names[person]));
        return remembered.Level switch
        {
            WordLevel.Same => NameLevel.Same,
            WordLevel.MarksMissing or WordLevel.Tone or WordLevel.Telex or WordLevel.OtherMarks => NameLevel.Marks,
            WordLevel.Sound => NameLevel.Sound,
            WordLevel.OneLetter => NameLevel.OneLetter,
            WordLevel.TwoLetters => NameLevel.TwoLetters,
            WordLevel.Initial or WordLevel.Different => NameLevel.Different,
        };
    }

    /// <summary>Forgets what was remembered of foreign words, whose codes were given anew.</summary>
    public void Forget() => Array.Clear(_levels);
}
