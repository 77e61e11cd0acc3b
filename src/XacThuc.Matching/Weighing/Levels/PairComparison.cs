using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Words;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Weighing.Fitting;

namespace XacThuc.Matching.Weighing.Levels;

/// <summary>Compares a sought record with a candidate, field by field, into evidence. One a thread.</summary>
internal sealed unsafe class PairComparison(
    PopulationIndex index, Frequencies frequencies, SoughtReader reader, ChanceAgreement chance)
{
    // Codes of one district lie close together.
    private const int DistrictWidth = 60;

    private readonly NameParts _names = new(reader, frequencies, chance);
    private readonly int[] _candidateWords = new int[NameReader.MaxWords];

    public void Compare(SoughtRecord record, long place, ref Evidence evidence)
    {
        ref readonly var slot = ref index.Slots.Pointer[place];
        var extra = index.Extras[place];
        var count = index.WordsOf(slot.Name, _candidateWords);
        _names.Compare(record, _candidateWords.AsSpan(0, count), ref evidence);
        CompareDate(record, slot.Date, ref evidence);
        CompareSex(record, slot.Sex, ref evidence);
        CompareNumber(record, place, slot, extra, ref evidence);
        CompareCommune(record, extra.Commune, ref evidence);
    }

    /// <summary>Forgets what was remembered of foreign words.</summary>
    public void Forget() => _names.Forget();

    private void CompareDate(SoughtRecord record, uint person, ref Evidence evidence)
    {
        var (level, u) = record.HasDate && person != 0
            ? DateEvidence(record.Fields.Date, PartialDate.FromPacked(person))
            : (DateLevel.Unknown, 1);
        evidence.Set(EvidenceField.Date, record.Context, (int)level, u);
    }

    private (DateLevel Level, double U) DateEvidence(PartialDate record, PartialDate person)
    {
        if (record == person) return (DateLevel.Same, frequencies.Date(person.Packed));
        var sameYear = record.Year == person.Year;
        if (!record.IsFull || !person.IsFull)
        {
            if (!sameYear)
                return record.Month == person.Month && record.Day == person.Day && IsCloseYear(record.Year, person.Year)
                    ? (DateLevel.YearClose, frequencies.DayAndMonth(person.Packed) * 0.25)
                    : (DateLevel.Different, 1);
            if (record.Month != 0 && person.Month != 0 && record.Month != person.Month)
                return (DateLevel.OnlyYearSame, frequencies.Year(person.Packed));
            var isLess = person.IsFull || person.Month != 0 && record.Month == 0;
            return isLess
                ? (DateLevel.LessPrecise, record.Month == 0 ? frequencies.Year(record.Packed) : frequencies.Month(record.Packed))
                : (DateLevel.MorePrecise, frequencies.Date(person.Packed));
        }

        var sameMonth = record.Month == person.Month;
        var sameDay = record.Day == person.Day;
        if (sameYear && record.Day == person.Month && record.Month == person.Day)
            return (DateLevel.Swapped, frequencies.Date(person.Packed));
        if (sameYear && sameMonth) return (DateLevel.Day, frequencies.Month(person.Packed));
        if (sameYear && sameDay) return (DateLevel.Month, frequencies.Year(person.Packed) / 30);
        if (sameMonth && sameDay)
        {
            var u = frequencies.DayAndMonth(person.Packed);
            return IsCloseYear(record.Year, person.Year) ? (DateLevel.YearClose, u * 0.25) : (DateLevel.YearOther, u * 0.75);
        }

        return sameYear ? (DateLevel.OnlyYearSame, frequencies.Year(person.Packed)) : (DateLevel.Different, 1);
    }

    // One digit other, two digits exchanged, or one or two years off.
    private static bool IsCloseYear(int left, int right)
    {
        if (Math.Abs(left - right) <= 2) return true;
        var (a, b) = (left % 100, right % 100);
        if (left / 100 == right / 100) return a / 10 == b / 10 || a % 10 == b % 10 || a / 10 == b % 10 && a % 10 == b / 10;
        return a == b;
    }

    private void CompareSex(SoughtRecord record, uint person, ref Evidence evidence)
    {
        if (record.Fields.SexState != ReadState.Read || person == 0)
        {
            evidence.Set(EvidenceField.Sex, record.Context, (int)SexLevel.Unknown, 1);
            return;
        }

        var same = (uint)record.Fields.Sex == person;
        var share = frequencies.Sex((uint)record.Fields.Sex);
        evidence.Set(EvidenceField.Sex, record.Context, (int)(same ? SexLevel.Same : SexLevel.Different), same ? share : 1 - share);
    }

    private void CompareNumber(SoughtRecord record, long place, in Slot slot, Extra extra, ref Evidence evidence)
    {
        var number = record.Fields.Number;
        // Ten digits that are nobody's are a phone number: they say nothing of who is meant.
        var (level, u) = record.Owner < 0 && (number.Kind == NumberKind.Missing || number.Digits is < 8 or 10 or > 13)
            ? (NumberLevel.Unknown, 1)
            : NumberEvidence(record, place, slot, extra);
        evidence.Set(EvidenceField.Number, record.Context, (int)level, u);
    }

    private (NumberLevel Level, double U) NumberEvidence(SoughtRecord record, long place, in Slot slot, Extra extra)
    {
        var number = record.Fields.Number;
        var people = frequencies.People;
        var isOld = number.Digits <= 9;
        if (!isOld && number.Digits <= 12 && number.Value == slot.Id) return (NumberLevel.Same, 1 / people);
        if (isOld && extra.HasOldId && number.Value == extra.OldId) return (NumberLevel.SameOld, 1.1 / people);

        var difference = !isOld
            ? DigitComparison.Compare(number.Value, number.Digits, slot.Id, 12)
            : extra.HasOldId ? DigitComparison.Compare(number.Value, number.Digits, extra.OldId, 9) : NumberLevel.Different;
        var near = chance.NearNumbers / people;
        switch (difference)
        {
            case NumberLevel.OneDigit: return (difference, 108 * near);
            case NumberLevel.Transposed: return (difference, 11 * near);
            case NumberLevel.LostOrAdded: return (difference, 120 * near);
            case NumberLevel.TwoDigits: return (difference, 5300 * 20 * near);
        }

        if (record.Owner >= 0 && record.Owner != place)
        {
            var owner = index.Extras[record.Owner];
            if (owner.Commune == extra.Commune && extra.Commune != 0)
            {
                var commune = frequencies.Commune(extra.Commune);
                var family = FamilyOf(index.Slots.Pointer[record.Owner].Name);
                return family != 0 && family == FamilyOf(slot.Name)
                    ? (NumberLevel.Relative, commune * frequencies.Family[family])
                    : (NumberLevel.Neighbour, commune);
            }
        }

        return (NumberLevel.Different, 1);
    }

    private static int FamilyOf(ulong name) => PackedName.IsLong(name) ? 0 : (int)(name & 0xFFFF);

    private void CompareCommune(SoughtRecord record, uint person, ref Evidence evidence)
    {
        var written = record.Fields.Commune;
        var (level, u) = written == 0 || person == 0 ? (CommuneLevel.Unknown, 1.0)
            : written == person ? (CommuneLevel.Same, frequencies.Commune(person))
            : Math.Abs((int)written - (int)person) <= DistrictWidth ? (CommuneLevel.Near, chance.NearCommune)
            : (CommuneLevel.Different, 1);
        evidence.Set(EvidenceField.Commune, record.Context, (int)level, u);
    }
}
