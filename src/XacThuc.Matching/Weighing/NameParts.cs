using XacThuc.Matching.Blocking;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Reading;

namespace XacThuc.Matching.Weighing;

/// <summary>
/// Compares names part by part: family name, middle words, given name; each candidate's part against the record's word
/// in the same place, and where that does not agree, against the others.
/// </summary>
internal sealed class NameParts(NameReader words, WordKeys keys, Frequencies frequencies, ChanceAgreement chance)
{
    private const int CacheBits = 16;

    private readonly (long Pair, WordLevel Level)[] _levels = new (long, WordLevel)[1 << CacheBits];
    private readonly byte[] _joinedLeft = new byte[NameReader.MaxWords * 32];
    private readonly byte[] _joinedRight = new byte[NameReader.MaxWords * 32];

    public void Compare(SoughtRecord record, ReadOnlySpan<int> person, ref Evidence evidence)
    {
        var written = record.Words;
        if (written.IsEmpty || person.IsEmpty)
        {
            evidence.Set(EvidenceField.FamilyName, (int)NameLevel.Missing, 1);
            evidence.Set(EvidenceField.MiddleName, (int)NameLevel.Missing, chance.MissingMiddle);
            evidence.Set(EvidenceField.GivenName, (int)NameLevel.Missing, 1);
            return;
        }

        Span<uint> personKeys = stackalloc uint[person.Length];
        for (var i = 0; i < person.Length; i++) personKeys[i] = keys[person[i]];

        var given = LevelOf(written[^1], person[^1]);
        var family = person.Length > 1 ? LevelOf(written[0], person[0]) : NameLevel.Missing;
        if (given == NameLevel.Different && family == NameLevel.Different && IsJoined(written, person))
            (family, given) = (NameLevel.Close, NameLevel.Close);
        if (given == NameLevel.Different) given = Elsewhere(written, person[^1], written.Length - 1);
        if (family == NameLevel.Different) family = Elsewhere(written, person[0], 0);
        var middle = MiddleLevel(written, person);

        var has = person.Length > 1;
        SetPart(EvidenceField.FamilyName, family, has ? frequencies.Family(person[0]) : 1,
            has ? frequencies.FamilyPlain(person[0]) : 1, chance.CloseFamily, ref evidence);
        SetPart(EvidenceField.GivenName, given, frequencies.Given(person[^1]), frequencies.GivenPlain(person[^1]),
            chance.CloseGiven, ref evidence);
        var share = frequencies.Middle(NameKeys.Of(personKeys).Middle);
        SetPart(EvidenceField.MiddleName, middle, share, share, chance.CloseMiddle, ref evidence);
    }

    private void SetPart(
        EvidenceField field, NameLevel level, double share, double plainShare, double close, ref Evidence evidence) =>
        evidence.Set(field, (int)level, level switch
        {
            NameLevel.Same => share,
            NameLevel.Marks => plainShare,
            NameLevel.Close => Math.Min(1, plainShare + close),
            NameLevel.Moved => Math.Min(1, share + chance.Moved),
            NameLevel.Missing => field == EvidenceField.MiddleName ? chance.MissingMiddle : 1,
            NameLevel.Different => 1,
        });

    private NameLevel Elsewhere(ReadOnlySpan<int> written, int word, int place)
    {
        for (var i = 0; i < written.Length; i++)
            if (i != place && LevelOf(written[i], word) <= NameLevel.Marks) return NameLevel.Moved;
        return NameLevel.Different;
    }

    private NameLevel MiddleLevel(ReadOnlySpan<int> written, ReadOnlySpan<int> person)
    {
        var left = written.Length > 2 ? written[1..^1] : [];
        var right = person.Length > 2 ? person[1..^1] : [];
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
            foreach (var other in written)
                if (LevelOf(other, word) <= NameLevel.Marks)
                {
                    found++;
                    break;
                }

        if (found == 0) return NameLevel.Different;
        return left.Length == right.Length && found == right.Length ? NameLevel.Moved : NameLevel.Missing;
    }

    private bool IsJoined(ReadOnlySpan<int> written, ReadOnlySpan<int> person)
    {
        if (written.Length == person.Length) return false;
        var left = Join(written, _joinedLeft);
        var right = Join(person, _joinedRight);
        return left.SequenceEqual(right);
    }

    private ReadOnlySpan<byte> Join(ReadOnlySpan<int> name, byte[] to)
    {
        var length = 0;
        foreach (var code in name)
        {
            if (words[code].Length + length > to.Length) break;
            length += WordForms.Plain(words[code], to.AsSpan(length));
        }

        return to.AsSpan(0, length);
    }

    private NameLevel LevelOf(int written, int person)
    {
        if (written == person) return NameLevel.Same;
        var pair = (long)written << 32 | (uint)person;
        ref var remembered = ref _levels[(int)((ulong)(pair * -7046029254386353131L) >> (64 - CacheBits))];
        if (remembered.Pair != pair) remembered = (pair, WordComparison.Compare(words[written], words[person]));
        return remembered.Level switch
        {
            WordLevel.Same => NameLevel.Same,
            WordLevel.MarksMissing or WordLevel.Tone or WordLevel.Telex or WordLevel.OtherMarks => NameLevel.Marks,
            WordLevel.Sound or WordLevel.OneLetter or WordLevel.TwoLetters or WordLevel.Initial => NameLevel.Close,
            WordLevel.Different => NameLevel.Different,
        };
    }

    /// <summary>Forgets what was remembered of foreign words, whose codes were given anew.</summary>
    public void Forget() => Array.Clear(_levels);
}
