using XacThuc.Matching.Blocking.Keys;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Weighing;
using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Blocking;

/// <summary>
/// Finds the people a record may be about, on several independent roads, so that one damaged field never hides the
/// person. Roads are taken in three stages, the selective ones first; a later stage only when the earlier ones left
/// doubt. One a thread.
/// </summary>
internal sealed unsafe partial class CandidateSearch(PopulationIndex index, Roads roads)
{
    private const int Few = 12;
    private const int Some = 24;
    private const int Many = 48;

    // Bits of tags that begin with the date: see RoadEntry.
    private const uint MonthBits = 0xF << 20;
    private const uint DayBits = 0x1F << 15;
    private const uint PartBits = 0xFF << 7;
    private const uint CommuneBits = 0x7F;

    // Accepted sets of same bytes on the road of dates (commune 1, middle 2, family 4, given 8), as bits.
    private const int AllThree = 1 << 14 | 1 << 15;
    private const int TwoOfThree = AllThree | 1 << 12 | 1 << 13 | 1 << 10 | 1 << 11 | 1 << 6 | 1 << 7;
    private const int Given = 0xFF00;
    private const int OneAndCommune = 1 << 3 | 1 << 5 | 1 << 9;

    private readonly NumberNeighbours _neighbours = new(index);
    private readonly NameVariants _variants = new(roads.Words);
    private readonly NearKeys _near = new(roads.NearWords);

    public CandidateSet Found { get; } = new(index.Slots.Length);

    /// <summary>Whoever has the number; the full date with two parts of the name.</summary>
    public void First(SoughtRecord record)
    {
        Found.Clear();
        AddOwners(record);
        record.Context = RecordContext.Of(record);
        if (record.HasDate) AddByDateAndTwoParts(OfGiven(record, record.Date, record.Name, out var tag), tag);
        else AddByFamilyGiven(record, record.Name);
    }

    /// <summary>Parts of the name with the date; family and given name with the year; other readings of the date; two parts of the name with parts of the date.</summary>
    public void Second(SoughtRecord record)
    {
        if (record.HasDate)
        {
            AddByDate(record, record.Date, record.Name, wide: false);
            AddByFamilyGiven(record, record.Name);
            AddByOtherDates(record);
        }

        AddByTwoParts(record, RoadKind.MiddleGiven, record.Name);
        AddByTwoParts(record, RoadKind.FamilyMiddle, record.Name);
        AddByDayMonthGiven(record, record.Name);
        AddByCommune(record, record.Name, record.Fields.Commune);
    }

    private static RoadEntry Entry(RoadKind road, SoughtRecord record, NameKeys name) =>
        RoadEntry.Of(road, name, record.HasDate ? record.Date : 0, record.Fields.Commune);

    private void AddOwners(SoughtRecord record)
    {
        var number = record.Fields.Number;
        if (number.Kind is NumberKind.Personal or NumberKind.ShortPersonal)
        {
            record.Owner = index.Slots.Find(number.Value);
            if (record.Owner >= 0) Found.Add(record.Owner);
        }
        else if (number.Kind is NumberKind.Old or NumberKind.ShortOld)
        {
            foreach (var place in index.OldIds.Find((uint)number.Value))
            {
                record.Owner = place;
                Found.Add(place);
            }
        }
    }

    private void AddByDate(SoughtRecord record, uint date, NameKeys name, bool wide)
    {
        var given = OfGiven(record, date, name, out var tag);
        AddByDateAndTwoParts(given, tag);
        var bucket = roads[RoadKind.Date].Bucket(date << 15);
        Sieve.Bytes(given, tag, bucket.Length < 2000 ? Given & ~TwoOfThree : 0, Few, Found);
        if (name.Family != 0) AddOfDate(record, date, name);
        if (!wide) return;
        Sieve.Bytes(bucket, tag, OneAndCommune, Some, Found);
        if (bucket.Length <= Many) Sieve.Masked(bucket, 0, 0, Many, Found);
    }

    private void AddByDateAndTwoParts(ReadOnlySpan<ulong> given, uint tag)
    {
        Sieve.Bytes(given, tag, AllThree, Some, Found);
        Sieve.Bytes(given, tag, TwoOfThree & ~AllThree, Some, Found);
    }

    // Family and middle name and the whole date; the given name may be another.
    private void AddOfDate(SoughtRecord record, uint date, NameKeys name)
    {
        var bucket = roads[RoadKind.FamilyMiddle].Bucket(
            RoadEntry.Of(RoadKind.FamilyMiddle, name, date, record.Fields.Commune).Hash);
        Sieve.Masked(Road.Between(bucket, date << 15, (date + 1) << 15), 0, 0, Some, Found);
    }

    private ReadOnlySpan<ulong> OfGiven(SoughtRecord record, uint date, NameKeys name, out uint tag)
    {
        var entry = RoadEntry.Of(RoadKind.Date, name, date, record.Fields.Commune);
        tag = entry.Tag;
        return OfGiven(roads[RoadKind.Date].Bucket(entry.Hash), tag);
    }

    // A bucket is in the order of given names: those of the same lie together.
    private static ReadOnlySpan<ulong> OfGiven(ReadOnlySpan<ulong> bucket, uint tag)
    {
        ulong given = tag >> 24;
        return Road.Between(bucket, given << 24, (given + 1) << 24);
    }

    private void AddByFamilyGiven(SoughtRecord record, NameKeys name)
    {
        if (name.Family == 0) return;
        var entry = Entry(RoadKind.FamilyGiven, record, name);
        var bucket = roads[RoadKind.FamilyGiven].Bucket(entry.Hash);
        if (!record.HasDate)
        {
            Sieve.Masked(bucket, entry.Tag, PartBits | CommuneBits, Some, Found);
            if (bucket.Length <= Many) Sieve.Masked(bucket, 0, 0, Many, Found);
            return;
        }

        AddOfYear(bucket, entry.Tag, record.Date);
    }

    private void AddOfYear(ReadOnlySpan<ulong> bucket, uint tag, uint date)
    {
        var year = date >> 9;
        var ofYear = Road.Between(bucket, year << 24, (year + 1) << 24);
        if (ofYear.Length <= Few)
        {
            Sieve.Masked(ofYear, 0, 0, Few, Found);
            return;
        }

        // Those of the month lie together too.
        var month = date >> 5;
        var ofMonth = Road.Between(ofYear, month << 20, (month + 1) << 20);
        Sieve.Masked(ofYear, tag, PartBits | CommuneBits, Few, Found);
        Sieve.Masked(ofMonth, tag, PartBits, Few, Found);
        Sieve.Masked(ofMonth, tag, CommuneBits, Few, Found);
        Sieve.Masked(ofYear, tag, PartBits | DayBits, Few, Found);
        Sieve.Masked(ofYear, tag, CommuneBits | DayBits, Few, Found);
        if (ofYear.Length > 2000) return;
        Sieve.Masked(ofYear, tag, PartBits, Some, Found);
        Sieve.Masked(ofYear, tag, DayBits, Few, Found);
        Sieve.Masked(ofMonth, 0, 0, Few, Found);
    }

    private void AddByOtherDates(SoughtRecord record)
    {
        var date = record.Fields.Date;
        if (!date.IsFull) return;
        if (date.Day <= 12 && date.Day != date.Month && PartialDate.TryCreate(date.Year, date.Day, date.Month, out var swapped))
            AddByDate(record, swapped.Packed, record.Name, wide: false);
        // The register may know the year only, or year and month.
        AddByDate(record, date.Packed >> 9 << 9, record.Name, wide: false);
        AddByDate(record, date.Packed >> 5 << 5, record.Name, wide: false);
    }

    private void AddByTwoParts(SoughtRecord record, RoadKind kind, NameKeys name)
    {
        if ((kind == RoadKind.MiddleGiven ? name.Middle : name.Family) == 0 || !record.HasDate) return;
        var entry = Entry(kind, record, name);
        var bucket = roads[kind].Bucket(entry.Hash);
        var year = record.Date >> 9;
        var ofYear = Road.Between(bucket, year << 24, (year + 1) << 24);
        if (ofYear.Length <= Few) Sieve.Masked(ofYear, 0, 0, Few, Found);
        Sieve.Masked(ofYear, entry.Tag, CommuneBits | MonthBits, Few, Found);
        Sieve.Masked(ofYear, entry.Tag, CommuneBits | DayBits, Few, Found);
        if (ofYear.Length <= 1000)
        {
            Sieve.Masked(ofYear, entry.Tag, CommuneBits, Few, Found);
            Sieve.Masked(ofYear, entry.Tag, DayBits, Few, Found);
            Sieve.Masked(ofYear, entry.Tag, MonthBits, Few, Found);
        }
    }

    private void AddByDayMonthGiven(SoughtRecord record, NameKeys name)
    {
        if (!record.HasDate || !record.Fields.Date.IsFull || name.Given == 0) return;
        var entry = Entry(RoadKind.DayMonthGiven, record, name);
        var bucket = roads[RoadKind.DayMonthGiven].Bucket(entry.Hash);
        // Bytes: commune 1, middle 2, family 4, year 8.
        const int familyOrMiddle = 0xFCFC;
        const int familyAndMiddle = 1 << 6 | 1 << 7 | 1 << 14 | 1 << 15;
        Sieve.Bytes(bucket, entry.Tag, familyAndMiddle, Some, Found);
        Sieve.Bytes(bucket, entry.Tag, familyOrMiddle & ~familyAndMiddle, bucket.Length <= 1000 ? Some : Few, Found);
    }

    private void AddByCommune(SoughtRecord record, NameKeys name, uint commune)
    {
        if (commune == 0 || name.Given == 0) return;
        var entry = RoadEntry.Of(RoadKind.CommuneGiven, name, record.HasDate ? record.Date : 0, commune);
        var bucket = roads[RoadKind.CommuneGiven].Bucket(entry.Hash);
        // Bytes: day and month 1, middle 2, family 4, year 8.
        const int familyAndMiddle = 1 << 6 | 1 << 7 | 1 << 14 | 1 << 15;
        const int partAndDate = 1 << 3 | 1 << 5 | 1 << 10 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 9;
        Sieve.Bytes(bucket, entry.Tag, familyAndMiddle, Some, Found);
        Sieve.Bytes(bucket, entry.Tag, partAndDate, Some, Found);
    }
}
