using System.Globalization;

namespace XacThuc.Bench.OtherMake;

/// <summary>One person of the register. A date of birth may be a year alone.</summary>
internal sealed record Resident(
    ulong PersonalId, string OldId, string FullName, bool IsFemale, int Year, int Month, int Day, string Commune, int Household)
{
    public string Id => PersonalId.ToString("000000000000", CultureInfo.InvariantCulture);

    public string Sex => IsFemale ? "Nữ" : "Nam";

    public string Born => Month == 0 ? $"{Year:0000}" : $"{Year:0000}-{Month:00}-{Day:00}";
}

/// <summary>
/// A register made up household by household: a couple, up to four children, who take the father's family name and often a
/// brother's middle name; now and then twins. Numbers and old numbers repeat the habits of their provinces.
/// </summary>
internal sealed class Town
{
    private static readonly int[] Provinces =
        [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 1, 1, 1, 1, 2, 4, 6, 8, 10, 24, 24, 79, 79, 79, 38, 38, 40, 40, 42, 34, 36, 37, 48, 52, 66, 75, 77, 92, 96];

    private readonly Dice _dice;
    private readonly HashSet<ulong> _ids = [];
    private readonly Dictionary<string, Resident> _byId = new(StringComparer.Ordinal);
    private readonly List<string> _oldIds = [];
    private readonly string[] _communes;

    public Town(int people, int seed)
    {
        _dice = new Dice(seed);
        _communes = [.. Enumerable.Range(0, Math.Max(22, (int)(250 * Math.Sqrt(people / 1e6)))).Select(i => $"{1000 + 3 * i:00000}")];
        while (People.Count < people) AddHousehold();
    }

    public List<Resident> People { get; } = [];

    /// <summary>Where each household starts among the people.</summary>
    public List<int> Households { get; } = [];

    /// <summary>Who has the number.</summary>
    public Resident? Find(string id) => _byId.GetValueOrDefault(id);

    public string AnyCommune() => _dice.Of<string>(_communes);

    /// <summary>A number that nobody has yet, with the structure of the decree.</summary>
    public ulong NewId(int year, bool isFemale)
    {
        while (true)
        {
            var century = (year < 2000 ? 0 : 2) + (isFemale ? 1 : 0);
            var id = (ulong)_dice.Of<int>(Provinces) * 1_000_000_000 + (ulong)century * 100_000_000 +
                (ulong)(year % 100) * 1_000_000 + (ulong)_dice.Below(1_000_000);
            if (_ids.Add(id)) return id;
        }
    }

    private void AddHousehold()
    {
        Households.Add(People.Count);
        var commune = AnyCommune();
        var family = _dice.Of(NameLists.Families, NameLists.FamilyWeights);
        var year = _dice.From(1930, 1998);
        Add(family, "", year, isFemale: false, commune, null);
        if (_dice.Hits(0.85))
        {
            var mothers = _dice.Of(NameLists.Families, NameLists.FamilyWeights);
            Add(mothers, "", Math.Clamp(year + _dice.From(-3, 6), 1930, 2004), isFemale: true, commune, null);
        }

        var middle = "";
        var born = year + _dice.From(20, 28);
        for (var children = _dice.Of([0, 1, 2, 3, 4], [2, 3, 4, 2, 1]); children > 0 && born <= 2021; children--)
        {
            var isFemale = _dice.Hits(0.49);
            var inherits = middle.Length > 0 && Suits(middle, isFemale) && _dice.Hits(0.4);
            var child = Add(family, inherits ? middle : "", born, isFemale, commune, null);
            middle = string.Join(' ', child.FullName.Split(' ')[1..^1]);
            if (_dice.Hits(0.01)) Add(family, "", born, _dice.Hits(0.5), commune, child);
            born += _dice.From(1, 5);
        }
    }

    private static bool Suits(string middle, bool isFemale) =>
        isFemale ? !NameLists.OfMen.Contains(middle) : !middle.StartsWith("Thị", StringComparison.Ordinal);

    private Resident Add(string family, string middle, int year, bool isFemale, string commune, Resident? twin)
    {
        while (middle.Length == 0 || !Suits(middle, isFemale))
        {
            middle = _dice.Of(NameLists.Middles, NameLists.MiddleWeights);
            if (middle.Length == 0) break;
        }

        var name = NameLists.Join(family, middle, _dice.Of(NameLists.Givens, NameLists.GivenWeights));
        var month = _dice.From(1, 12);
        var day = _dice.From(1, DateTime.DaysInMonth(year, month));
        if (twin is not null) (month, day) = (twin.Month, twin.Day);
        else if (_dice.Hits(year < 1965 ? 0.25 : 0.003)) (month, day) = (0, 0);
        var resident = new Resident(NewId(year, isFemale), NewOldId(year), name, isFemale, year, month, day, commune, Households.Count - 1);
        People.Add(resident);
        _byId.Add(resident.Id, resident);
        return resident;
    }

    private string NewOldId(int year)
    {
        if (year >= 2004 || _dice.Hits(0.25)) return "";
        if (_oldIds.Count > 0 && _dice.Hits(0.01)) return _oldIds[_dice.Below(_oldIds.Count)];
        var old = $"{_dice.Of(80, 80, 80, 10, 11, 12, 90, 23, 24):000}{_dice.Below(1_000_000):000000}";
        _oldIds.Add(old);
        return old;
    }
}
