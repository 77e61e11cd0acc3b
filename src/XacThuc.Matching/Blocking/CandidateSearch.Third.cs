using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Weighing;

namespace XacThuc.Matching.Blocking;

/// <content>The third stage: for the few records that earlier stages left in doubt.</content>
internal sealed unsafe partial class CandidateSearch
{
    // Beyond this a bucket is not read through.
    private const int Readable = 1 << 16;

    // So many readings of a mistyped word are tried.
    private const int MostMeant = 16;

    /// <summary>Wherever the person may still be hidden.</summary>
    public void Third(SoughtRecord record)
    {
        _neighbours.Add(record.Fields.Number, Found);
        if (record.HasDate)
        {
            AddByDate(record, record.Date, record.Name, wide: true);
            AddByFamilyMiddleAndDay(record);
            AddByMonthAndByDay(record);
        }

        AddByOtherNames(record);
        AddOfCommune(record, record.Fields.Commune);
        if (record.Owner >= 0) AddOfCommune(record, index.Extras[record.Owner].Commune);
        AddByNearYears(record, record.Name);
        AddByNearGiven(record);
        AddByMistypedWords(record);
        AddByYearOfNumber(record);
        AddWithoutDate(record);
    }

    /// <summary>Whoever of the commune of the number's owner could be meant: a relative whose number was lent.</summary>
    public void Household(SoughtRecord record)
    {
        if (record.Owner < 0) return;
        var commune = index.Extras[record.Owner].Commune;
        AddOfCommune(record, commune);
        _variants.Make(record);
        foreach (var name in _variants.All)
        {
            AddByCommune(record, name, commune);
            if (record.HasDate) AddByDate(record, record.Date, name, wide: false);
        }

        _near.FindGiven(record);
        foreach (var key in _near.Keys) AddByCommune(record, record.Name with { Given = key }, commune);
    }

    // Nothing of the date: all of the name, or two parts of it that few people have.
    private void AddWithoutDate(SoughtRecord record)
    {
        var entry = Entry(RoadKind.FamilyGiven, record, record.Name);
        var all = roads[RoadKind.FamilyGiven].Bucket(entry.Hash);
        if (all.Length <= Readable)
        {
            Sieve.Masked(all, entry.Tag, PartBits | CommuneBits, Some, Found);
            Sieve.Masked(all, entry.Tag, PartBits, Some, Found);
        }

        if (!record.HasDate) AddByMiddleGivenAlone(record, record.Name);
    }

    private void AddByMiddleGivenAlone(SoughtRecord record, NameKeys name)
    {
        if (name.Middle == 0) return;
        var entry = Entry(RoadKind.MiddleGiven, record, name);
        var all = roads[RoadKind.MiddleGiven].Bucket(entry.Hash);
        if (all.Length <= Many) Sieve.Masked(all, 0, 0, Many, Found);
        else if (all.Length <= Readable) Sieve.Masked(all, entry.Tag, CommuneBits, Some, Found);
    }

    // A word that sounds like nobody's is another, most likely one letter off: the name as it was meant.
    private void AddByMistypedWords(SoughtRecord record)
    {
        Span<uint> meant = stackalloc uint[record.Keys.Length];
        for (var i = 0; i < meant.Length; i++)
        {
            if (roads.Words.Contains(record.Keys[i])) continue;
            _near.Find(record, i);
            foreach (var key in _near.Keys[..Math.Min(_near.Keys.Length, MostMeant)])
            {
                record.Keys.CopyTo(meant);
                meant[i] = key;
                AddAsMeant(record, NameKeys.Of(meant));
            }
        }
    }

    private void AddAsMeant(SoughtRecord record, NameKeys name)
    {
        AddByFamilyGiven(record, name);
        AddByNearYears(record, name);
        AddByDayMonthGiven(record, name);
        AddByCommune(record, name, record.Fields.Commune);
        if (record.HasDate || name.Family == 0) return;
        var entry = Entry(RoadKind.FamilyGiven, record, name);
        var all = roads[RoadKind.FamilyGiven].Bucket(entry.Hash);
        if (all.Length <= Readable) Sieve.Masked(all, entry.Tag, PartBits, Few, Found);
    }

    // A number that nobody has still says a year of birth, if its year is not what is wrong in it.
    private void AddByYearOfNumber(SoughtRecord record)
    {
        if (record.Owner >= 0 || record.Fields.Number.Kind != NumberKind.Personal || record.Name.Family == 0) return;
        var id = new PersonalId(record.Fields.Number.Value);
        if (id.CenturyAndSex > 3 || !PartialDate.TryCreate(id.Year, 0, 0, out var year)) return;
        if (record.HasDate && record.Date >> 9 == year.Packed >> 9) return;

        var entry = RoadEntry.Of(RoadKind.FamilyGiven, record.Name, year.Packed, record.Fields.Commune);
        AddNearYear(roads[RoadKind.FamilyGiven].Bucket(entry.Hash), entry.Tag, year.Packed >> 9);
    }

    // Whoever of the commune has the given name, if these are not too many; else with another part of the name.
    private void AddOfCommune(SoughtRecord record, uint commune)
    {
        if (commune == 0 || record.Name.Given == 0) return;
        AddByCommune(record, record.Name, commune);
        var entry = RoadEntry.Of(RoadKind.CommuneGiven, record.Name, 0, commune);
        var bucket = roads[RoadKind.CommuneGiven].Bucket(entry.Hash);
        const int familyOrMiddle = 0xFCFC;
        Sieve.Bytes(bucket, entry.Tag, familyOrMiddle, Many, Found);
        if (bucket.Length <= Many) Sieve.Masked(bucket, 0, 0, Many, Found);
    }

    // Another given name, one letter off, with what is left: the commune, or parts of the date.
    private void AddByNearGiven(SoughtRecord record)
    {
        _near.FindGiven(record);
        if (_near.Keys.IsEmpty) return;
        foreach (var key in _near.Keys)
        {
            var name = record.Name with { Given = key };
            AddByCommune(record, name, record.Fields.Commune);
            if (record.Owner >= 0) AddByCommune(record, name, index.Extras[record.Owner].Commune);
        }

        if (record.Name.Family == 0) return;
        if (!record.HasDate)
        {
            AddByForeignGiven(record);
            return;
        }

        var entry = Entry(RoadKind.FamilyMiddle, record, record.Name);
        var bucket = roads[RoadKind.FamilyMiddle].Bucket(entry.Hash);
        var year = record.Date >> 9;
        var ofYear = Road.Between(bucket, year << 24, (year + 1) << 24);
        Sieve.Near(ofYear, entry.Tag, CommuneBits, _near.Bytes, Some, Found);
        if (ofYear.Length <= 2000) Sieve.Near(ofYear, entry.Tag, 0, _near.Bytes, Some, Found);
        if (record.Fields.Date.IsFull && bucket.Length <= 1 << 16)
            Sieve.Near(bucket, entry.Tag, MonthBits | DayBits, _near.Bytes, Some, Found);
    }

    // A given name that nobody has is surely another: the rest of the name is to be trusted even without a date.
    private void AddByForeignGiven(SoughtRecord record)
    {
        if (record.Words[^1] < NameReader.FirstForeign) return;
        foreach (var key in _near.Keys)
        {
            var entry = Entry(RoadKind.FamilyGiven, record, record.Name with { Given = key });
            var bucket = roads[RoadKind.FamilyGiven].Bucket(entry.Hash);
            if (bucket.Length <= Readable / 16) Sieve.Masked(bucket, entry.Tag, PartBits, Few, Found);
        }
    }

    // Where both sides know a year only, it may be a few off, or one digit.
    private void AddByNearYears(SoughtRecord record, NameKeys name)
    {
        var road = name.Family == 0 ? RoadKind.MiddleGiven : RoadKind.FamilyGiven;
        if (!record.HasDate || record.Fields.Date.IsFull || name.Family == 0 && name.Middle == 0) return;
        var entry = Entry(road, record, name);
        var bucket = roads[road].Bucket(entry.Hash);
        var year = record.Date >> 9;
        for (var off = 1u; off <= 2; off++)
        {
            AddNearYear(bucket, entry.Tag, year - off);
            AddNearYear(bucket, entry.Tag, year + off);
        }

        for (var off = 10u; off <= 30; off += 10)
        {
            AddNearYear(bucket, entry.Tag, year - off);
            AddNearYear(bucket, entry.Tag, year + off);
        }
    }

    private void AddNearYear(ReadOnlySpan<ulong> bucket, uint tag, uint year)
    {
        if (year > 0xFF) return;
        var ofYear = Road.Between(bucket, (ulong)year << 24, (ulong)(year + 1) << 24);
        Sieve.Masked(ofYear, tag, PartBits, Few, Found);
        if (ofYear.Length <= Few) Sieve.Masked(ofYear, 0, 0, Few, Found);
    }

    // Another given name and another year: the rest of both.
    private void AddByFamilyMiddleAndDay(SoughtRecord record)
    {
        if (!record.Fields.Date.IsFull || record.Name.Family == 0) return;
        var entry = Entry(RoadKind.FamilyMiddle, record, record.Name);
        var bucket = roads[RoadKind.FamilyMiddle].Bucket(entry.Hash);
        if (bucket.Length <= Readable / 2) Sieve.Masked(bucket, entry.Tag, MonthBits | DayBits, Some, Found);
    }

    // A wrong day, or a wrong month, and a name with one part left whole out of three.
    private void AddByMonthAndByDay(SoughtRecord record)
    {
        var date = record.Fields.Date;
        if (!date.IsFull) return;
        var road = roads[RoadKind.Date];
        var tag = RoadEntry.Of(RoadKind.Date, record.Name, date.Packed, record.Fields.Commune).Tag;
        for (var day = 1u; day <= 31; day++) Sift(date.Packed >> 5 << 5 | day);
        for (var month = 1u; month <= 12; month++) Sift(date.Packed >> 9 << 9 | month << 5 | (uint)date.Day);

        void Sift(uint other)
        {
            var bucket = road.Bucket(other << 15);
            if (bucket.Length <= 100) Sieve.Bytes(bucket, tag, TwoOfThree, Few, Found);
            else Sieve.Bytes(OfGiven(bucket, tag), tag, AllThree, Few, Found);
        }
    }

    // The name read otherwise: words moved, missing, added, or written together.
    private void AddByOtherNames(SoughtRecord record)
    {
        _variants.Make(record);
        foreach (var name in _variants.All)
        {
            if (record.HasDate) AddByDate(record, record.Date, name, wide: false);
            AddByFamilyGiven(record, name);
            AddByNearYears(record, name);
            AddByDayMonthGiven(record, name);
            AddByCommune(record, name, record.Fields.Commune);
            if (name.Family != 0) continue;
            if (record.HasDate) AddByTwoParts(record, RoadKind.MiddleGiven, name);
            else AddByMiddleGivenAlone(record, name);
        }
    }
}
