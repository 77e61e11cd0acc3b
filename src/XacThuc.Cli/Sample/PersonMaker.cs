namespace XacThuc.Cli.Sample;

/// <summary>
/// Makes the person of any place in the register by itself, so that a nation needs no memory: people come in blocks of
/// eight, a block is a few households. The same seed makes the same people.
/// </summary>
internal sealed class PersonMaker(ulong seed, long people, Place place)
{
    public const int BlockSize = 8;

    private const int ThisYear = 2021;
    private const int NumbersEach = 1_000_000;

    // How a block falls into households; each row adds up to eight.
    private static readonly int[][] Households =
        [[4, 3, 1], [5, 3], [2, 4, 2], [4, 4], [6, 2], [1, 3, 4], [3, 5], [2, 2, 4], [1, 2, 5], [4, 2, 2], [3, 3, 2]];

    private readonly WeightedNames _families = WeightedNames.Load(place.FamilyNames);
    private readonly WeightedNames _menGiven = WeightedNames.Load("given-male");
    private readonly WeightedNames _womenGiven = WeightedNames.Load("given-female");
    private readonly WeightedNames _menMiddle = WeightedNames.Load("middle-male");
    private readonly WeightedNames _womenMiddle = WeightedNames.Load("middle-female");

    public long People { get; } = people;

    /// <summary>Makes a whole block.</summary>
    public void Make(long block, Span<SamplePerson> people)
    {
        var dice = new Dice(seed, (ulong)block);
        var share = (block + 0.5) * BlockSize / (People + BlockSize);
        var (commune, province) = (place.CommuneOf(Math.Min(share, 0.9999999)), place.ProvinceOf(Math.Min(share, 0.9999999)));
        var first = 0;
        foreach (var size in Households[dice.Below(Households.Length)])
        {
            MakeHousehold(ref dice, people.Slice(first, size), block * BlockSize + first, commune, province);
            first += size;
        }
    }

    /// <summary>The number of another member of the person's household, or the person itself who lives alone.</summary>
    public int RelativeIn(long block, int member, ref Dice dice)
    {
        var own = new Dice(seed, (ulong)block);
        var first = 0;
        foreach (var size in Households[own.Below(Households.Length)])
        {
            if (member < first + size) return first + (member - first + 1 + dice.Below(Math.Max(1, size - 1))) % size;
            first += size;
        }

        return member;
    }

    private void MakeHousehold(ref Dice dice, Span<SamplePerson> members, long index, int commune, int province)
    {
        var father = 1935 + (int)(61 * Math.Pow((dice.Next() >> 11) * (1.0 / (1UL << 53)), 0.8));
        var family = _families.Draw(ref dice);
        foreach (ref var member in members) member.Hamlet = (int)(Dice.Mix((ulong)index) >> 40);
        Make(ref dice, ref members[0], index, family, isFemale: members.Length == 1 && dice.Chance(0.5), father, commune, province);
        if (members.Length == 1) return;

        Make(ref dice, ref members[1], index + 1, _families.Draw(ref dice), isFemale: true,
            father + dice.Below(9) - 3, commune, province);
        var year = father + 20 + dice.Below(9);
        var middle = "";
        for (var child = 2; child < members.Length; child++)
        {
            ref var person = ref members[child];
            Make(ref dice, ref person, index + child, family, dice.Chance(0.48), Math.Min(ThisYear, year), commune, province);
            // Siblings of one sex often share the middle name; twins share the day too.
            if (child > 2 && person.IsFemale == members[child - 1].IsFemale && dice.Chance(0.4)) person.Middle = middle;
            if (child > 2 && members[child - 1].Day > 0 && person.Year == members[child - 1].Year)
                (person.Month, person.Day) = (members[child - 1].Month, members[child - 1].Day);
            while (child > 2 && string.Equals(person.Given, members[child - 1].Given, StringComparison.Ordinal))
                person.Given = (person.IsFemale ? _womenGiven : _menGiven).Draw(ref dice);
            middle = person.Middle;
            year += dice.Chance(0.02) ? 0 : 1 + dice.Below(5);
        }
    }

    private void Make(
        ref Dice dice, ref SamplePerson person, long index, string family, bool isFemale, int year, int commune, int province)
    {
        var number = Number(ref dice, index, ref year, ref isFemale, province, out var idProvince);
        person.Family = family;
        person.IsFemale = isFemale;
        person.Middle = (isFemale ? _womenMiddle : _menMiddle).Draw(ref dice);
        person.Given = (isFemale ? _womenGiven : _menGiven).Draw(ref dice);
        person.Year = year;
        person.Month = 1 + dice.Below(12);
        person.Day = 1 + dice.Below(DateTime.DaysInMonth(year, person.Month));
        // Older people often know the year only.
        if (dice.Chance(year < 1955 ? 0.35 : year < 1970 ? 0.12 : 0.004)) person.Day = 0;
        if (person.Day == 0 && dice.Chance(0.9)) person.Month = 0;
        person.Commune = commune;

        // Two in a thousand numbers say another sex or year than the register, as it is.
        var (saidYear, saidFemale) = (year, isFemale);
        if (People <= NumbersEach && dice.Chance(0.001)) saidFemale = !saidFemale;
        if (People <= NumbersEach && dice.Chance(0.001)) saidYear = year - 1;
        var century = (saidYear >= 2000 ? 2 : 0) + (saidFemale ? 1 : 0);
        person.Id = ((ulong)idProvince * 10 + (ulong)century) * 100_000_000 + (ulong)(saidYear % 100) * 1_000_000 + (ulong)number;
        person.OldId = year <= 2003 && dice.Chance(0.8) ? OldId(ref dice, index, province) : 0;
    }

    // The last six digits are a permutation of the person's place. Where a million is not enough, the last digit of the
    // year and the province are chosen such that no two people with the same digits share all the rest.
    private int Number(
        ref Dice dice, long index, ref int year, ref bool isFemale, int province, out int idProvince)
    {
        var turn = (int)(index / NumbersEach);
        var number = (int)((ulong)(index % NumbersEach) * 387_420_489 % NumbersEach);
        idProvince = province;
        if (People <= NumbersEach)
        {
            if (dice.Chance(0.12)) idProvince = Place.OtherProvince(dice.Below(63));
            return number;
        }

        var combination = (int)((Dice.Mix((ulong)number) + (ulong)turn) % 1260);
        year = Math.Min(year / 10 * 10 + combination % 10, ThisYear - (ThisYear - combination) % 10);
        isFemale = combination / 10 % 2 == 1;
        idProvince = Place.OtherProvince(combination / 20);
        return number;
    }

    // Old numbers were given by provinces, and now and then twice.
    private uint OldId(ref Dice dice, long index, int province)
    {
        if (People <= NumbersEach) return (uint)((80 + province % 4) * 1_000_000 + dice.Below(1_000_000));
        var own = dice.Chance(0.005) && index > 64 ? index - 64 : index;
        return (uint)((ulong)own * 7_368_787 % 1_000_000_000) | (own == 0 ? 1u : 0u);
    }
}
